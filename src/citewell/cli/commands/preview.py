"""See the site and its drafts while you write.

It is on this computer alone, and made again after every change.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import CONTENT, find_root, today
from citewell.cli.run import Terminated
from citewell.cli.terminal import show_activity, write_line
from citewell.diagnostics import Severity
from citewell.errors import CitewellError
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.article import PublicationStatus
from citewell.preview import PreviewResult, preview, preview_folder
from citewell.site.lock import preview_lock
from citewell.site.preview_server import address, check_port, serve

EPILOG = """\b
Examples:
  citewell preview                see the site and its drafts
  citewell preview --port 8001    if another program uses port 8000
"""


@click.command("preview", epilog=EPILOG)
@click.option("--port", type=click.IntRange(1024, 65534), default=8000, show_default=True, help="The port to use.")
@options.root
@options.debug
def command(port: int, root: Path | None) -> int:
    """Show the site with its drafts in your browser, and update it whenever you save a file in content_src/.

    Each page says at the top whether it is a draft and what the check found on it. Only this computer can see the
    preview; docs/ and site/ are not touched. Ctrl-C stops it.

    Exit codes: 0 you stopped it, 2 a problem with the configuration or the system, 75 another preview of this site is
    running.
    """
    project = find_root(root)

    def remake() -> None:
        try:
            write_line(_describe_preview(preview(project, today())))
        except CitewellError as error:  # the last preview is still there, and the next change may fix it
            write_line(f"The preview has not changed: {make_visible(error.message)}")

    with preview_lock(project), _end_on_interrupt():
        check_port(port)
        with show_activity("Making the preview"):
            made = preview(project, today())
        at, watched = address(port, made.address), (project / CONTENT, project / "mkdocs.yml")
        said = f"{_describe_preview(made)}\nThe preview is at {at} (Ctrl-C stops it)."
        serve(preview_folder(project), at, watched, remake, lambda: write_line(said))
    return 0


@contextlib.contextmanager
def _end_on_interrupt() -> Iterator[None]:
    """Ctrl-C is the normal end of a preview, not a failure."""
    try:
        yield
    except Terminated:
        raise
    except KeyboardInterrupt:
        write_line("The preview has ended.")


def _describe_preview(made: PreviewResult) -> str:
    """What was made, and how much is still to be done."""
    facts, found = made.facts, made.diagnostics
    drafts = sum(each.status is PublicationStatus.DRAFT for each in facts.documents)
    errors = sum(each.severity is Severity.ERROR for each in found)
    return (
        f"{count_noun(len(facts.articles), 'article')}, {count_noun(drafts, 'draft')}; "
        f"{count_noun(errors, 'error')}, {count_noun(len(found) - errors, 'warning')}"
    )
