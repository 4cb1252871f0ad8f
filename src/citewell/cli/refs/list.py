"""``citewell refs list``: how the references stand, from the lock; nothing is asked."""

from __future__ import annotations

from pathlib import Path

import click

from citewell.citations.selection import STANDINGS, by_standing
from citewell.cli import options
from citewell.cli.refs.lock_state import refuse_damaged, report_unread
from citewell.cli.terminal import say_all, sign_of_life
from citewell.formats import references_formats
from citewell.project import find_project

EPILOG = """\b
Examples:
  citewell refs list                          all references
  citewell refs list --verdict broken         those that are dead
  citewell refs list --verdict unchecked      those that were not looked up as they are now
  citewell refs list --format json            for programs
"""


@click.command("list", short_help="See how the references stand.", epilog=EPILOG)
@click.option(
    "--verdict",
    type=click.Choice(STANDINGS),
    multiple=True,
    help="Only references that stand so. May be given several times.",
)
@options.style(references_formats(), "the list is")
@options.root
@options.debug
def command(verdict: tuple[str, ...], style: str, root: Path | None) -> int:
    """List every reference with what "citewell refs resolve" last found, when, and how often it is cited.

    \b
    ok          the page is there, and the right one
    moved       it is, at another address
    changed     it is, and its text is not that of the time before
    failing     it failed for the first time; the next day shows whether it is broken
    broken      it failed on two different days
    blocked     robots are kept out; it may be there for people
    wrong-page  another work is there
    unknown     one could not tell
    refused     the address is not safe to follow
    unchecked   it was not looked up as it is now
    retracted   whatever its verdict is, the work was taken back

    Nothing is asked: the list is what content_src/references.lock says.

    Exit codes: 0 listed, 1 listed, but a file of references could not be read whole, 2 the content or the lock could
    not be read.
    """  # noqa: D301 - \\b is click's sign for lines that stay as they are
    project = find_project(root)
    from citewell.citations.reference_status import standings  # noqa: PLC0415 - `--help` need not wait for it
    from citewell.source.load import load  # noqa: PLC0415 - as above

    with sign_of_life("Reading the content"):
        site = load(project)
        refuse_damaged(site)
        chosen = site.bibliography.references.values()
        keys = {each.key for each in (by_standing(chosen, verdict, site) if verdict else chosen)}
        found = [each for each in standings(site) if each.reference.key in keys]
    say_all(references_formats()[style].references(found))
    return 1 if report_unread(site) else 0
