"""A group of commands, one a file, found by walking their package and imported when they run."""

from __future__ import annotations

import ast
import pkgutil
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from citewell.cli.run import Stopped


class LazyGroup(click.Group):
    """The commands of a package. ``import_.py`` is the command ``import``; each module's ``command`` is run.

    Listing them imports none: the name is that of the file, the line about it the first of its docstring.
    """

    def __init__(self, *arguments: Any, package: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self._modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        module = self._modules().get(cmd_name)
        if module is None:
            return None
        command = import_module(f"{self.package}.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        rows = [(name, _read_summary(self._folder / module)) for name, module in self._modules().items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    @property
    def _folder(self) -> Path:
        return Path(next(iter(import_module(self.package).__path__)))

    def _modules(self) -> dict[str, str]:
        """The modules of the package by the names of their commands, in alphabetical order."""
        names = sorted(entry.name for entry in pkgutil.iter_modules([str(self._folder)]))
        return {name.rstrip("_"): name for name in names}

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


def _read_summary(module: Path) -> str:
    """The first line of a module's docstring; ``module`` is its path without ``.py``, or that of its folder."""
    file = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_bytes()))
    assert docstring is not None
    return docstring.partition("\n")[0]
