"""Remove what earlier builds and checks kept."""

from __future__ import annotations

from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.terminal import write_line
from citewell.project import find_project
from citewell.result_store import clear_results


@click.command("clear")
@options.root
@options.debug
def command(root: Path | None) -> int:
    """Remove what earlier builds and checks kept; the next build makes everything again.

    Exit codes: 0 it is gone, or there was nothing, 2 it cannot be removed.
    """
    size = clear_results(find_project(root).results)
    write_line(f"Removed {size / 1_000_000:,.1f} MB of kept results." if size else "There were no kept results.")
    return 0
