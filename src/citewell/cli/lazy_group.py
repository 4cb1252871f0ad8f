"""A group of commands, one a file, found by walking their package."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from citewell.cli.run import Stopped


class Commands(click.Group):
    """The commands of a package, each imported when it is asked for; ``import_.py`` is the command ``import``."""

    def __init__(self, *arguments: Any, package: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [name for name in self._modules() if self._command(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        return self._command(cmd_name) if cmd_name in self._modules() else None

    def _modules(self) -> dict[str, str]:
        """The modules of the package by the names that commands would have; some hold what several commands share."""
        entries = pkgutil.iter_modules(import_module(self.package).__path__)
        return {entry.name.rstrip("_"): f"{self.package}.{entry.name}" for entry in entries}

    def _command(self, name: str) -> click.Command | None:
        command = getattr(import_module(self._modules()[name]), "command", None)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that is not there, say which is nearest. click itself knows of no names."""
        if not self.get_command(ctx, args[0]) and not args[0].startswith("-") and not ctx.resilient_parsing:
            names = self.list_commands(ctx)
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
