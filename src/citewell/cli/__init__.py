"""The command line: one command a file, found by the walk below; what a command needs is imported when it runs."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module

import click

from citewell import __version__
from citewell.cli.run import Run, Stopped

EPILOG = """\b
An editor's day:
  citewell new "When is back pain an emergency?"   begin an article
  citewell check                                   see what is still to be done
  citewell preview                                 look at it while you write
  citewell explain CIT001                          understand a finding
  citewell build                                   make the site

Exit codes: 0 all is well, 1 there are errors in the content, 2 the command could not do its work, 75 another
build runs, 130 interrupted.
"""


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [entry.name for entry in pkgutil.iter_modules(__path__) if _command(entry.name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.list_commands(ctx):
            return _command(cmd_name)
        return None

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


def _command(name: str) -> click.Command | None:
    command = getattr(import_module(f"{__name__}.{name}"), "command", None)
    return command if isinstance(command, click.Command) else None


@click.group(
    cls=Commands,
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="citewell %(version)s")
@click.pass_context
def citewell(context: click.Context) -> None:
    """Turn health articles in which every sentence names its sources into a site people can check.

    Articles and references are files in content_src/. A claim whose citation leads nowhere is never published.
    """
    context.color = context.ensure_object(Run).colour
