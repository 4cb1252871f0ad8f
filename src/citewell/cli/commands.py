"""A group of commands, one a file, found by walking their package."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from citewell.cli.run import Stopped


class Commands(click.Group):
    """The commands of a package, each imported when it is asked for; ``import_.py`` is the command ``import``."""

    def __init__(self, *arguments: Any, package: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        entries = pkgutil.iter_modules(import_module(self.package).__path__)
        return [entry.name.rstrip("_") for entry in entries if self._command(entry.name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.list_commands(ctx):
            return self._command(f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        return None

    def _command(self, name: str) -> click.Command | None:
        command = getattr(import_module(f"{self.package}.{name}"), "command", None)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that is not there, say which is nearest. click itself knows of no names."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-") and not ctx.resilient_parsing:
            nearest = get_close_matches(args[0].lower(), names, n=1)
            meant = f'; did you mean "{nearest[0]}"?' if nearest else f"; there are {', '.join(names)}"
            raise click.UsageError(f'there is no command "{args[0]}"{meant}', ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would say more than one line about an interruption or a closed pipe."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            raise Stopped(stop) from stop
