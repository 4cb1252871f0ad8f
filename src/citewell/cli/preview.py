"""``citewell preview``: the site with its drafts, on this computer alone, made anew after every change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citewell.cli import options
from citewell.cli.project import today
from citewell.cli.run import Terminated
from citewell.cli.terminal import say, sign_of_life
from citewell.errors import CitewellError
from citewell.formats.plain import count, visible
from citewell.project import find_project

if TYPE_CHECKING:
    from citewell.preview import PreviewResult

EPILOG = """\b
Examples:
  citewell preview                look at the site and its drafts
  citewell preview --port 8001    where another program uses port 8000
"""


@click.command("preview", short_help="Look at the site and its drafts while you write.", epilog=EPILOG)
@click.option("--port", type=click.IntRange(1024, 65534), default=8000, show_default=True, help="Where to listen.")
@options.root
@options.debug
def command(port: int, root: Path | None) -> int:
    """Show the site with its drafts in your browser, and make it anew whenever you save a file in content_src/.

    Each page says at its top whether it is a draft and what the check found on it. Only this computer can see it; docs/
    and site/ are not touched. Ctrl-C ends it.

    Exit codes: 0 you ended it, 2 configuration or system, 75 another preview of this site runs.
    """
    project = find_project(root)
    from citewell.preview import preview  # noqa: PLC0415 - `--help` need not wait for it
    from citewell.site.lock import preview_lock  # noqa: PLC0415 - as above
    from citewell.site.preview_server import check_port, preview_address, serve  # noqa: PLC0415 - as above

    def remake() -> None:
        try:
            say(_told(preview(project, today())))
        except CitewellError as error:  # the last preview is still there, and the next change may mend it
            say(f"The preview is what it was: {visible(error.message)}")

    with preview_lock(project), _until_interrupted():
        check_port(port)
        with sign_of_life("Making the preview"):
            made = preview(project, today())
        at, watched = preview_address(port, made.examined.site.settings.address), (project.content, project.mkdocs_yml)
        said = f"{_told(made)}\nThe preview is at {at} (Ctrl-C ends it)."
        serve(project.preview_site, at, watched, remake, lambda: say(said))
    return 0


@contextlib.contextmanager
def _until_interrupted() -> Iterator[None]:
    """Ctrl-C is how a preview ends, so it is no failure."""
    try:
        yield
    except Terminated:
        raise
    except KeyboardInterrupt:
        say("The preview has ended.")


def _told(made: PreviewResult) -> str:
    """What was made, and how much is still to be done."""
    from citewell.diagnostics import Severity  # noqa: PLC0415 - as above
    from citewell.model.article import PublicationStatus  # noqa: PLC0415 - as above

    site, found = made.examined.site, made.examined.diagnostics
    drafts = sum(each.front.status is PublicationStatus.DRAFT for each in site.documents)
    errors = sum(each.severity is Severity.ERROR for each in found)
    return (
        f"{count(len(site.articles), 'article')}, {count(drafts, 'draft')}; "
        f"{count(errors, 'error')}, {count(len(found) - errors, 'warning')}"
    )
