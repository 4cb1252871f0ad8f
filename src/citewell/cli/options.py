"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

import click

from citewell.cli.run import Run

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


def choose_format(names: Iterable[str], what: str) -> Decorator:
    """``--format``, one of these; ``what`` is written so."""
    said = f"How {what} written."
    return click.option(
        "--format", "style", type=click.Choice(sorted(names)), default="text", show_default=True, help=said
    )


def _set_debug(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Run).debug = True


root: Decorator = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder. Default: the nearest one, from here upwards, with mkdocs.yml and content_src/.",
)
debug: Decorator = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_set_debug,
    help="Show where in the program an unexpected error happened. CITEWELL_DEBUG=1 does the same.",
)
quiet: Decorator = click.option(
    "-q", "--quiet", is_flag=True, help="Show only the findings. The exit code stays the same."
)
jobs: Decorator = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes that work at once where there is much to do. Default: as many as there are processors.",
)
release: Decorator = click.option(
    "--release", is_flag=True, help="Also treat as errors what depends on today's date or on the web."
)
paths: Decorator = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
