"""See the state of the references.

It is read from the lock; nothing is looked up.
"""

from __future__ import annotations

from pathlib import Path

import click

from citewell.citations.reference_status import standings
from citewell.citations.selection import STANDINGS, select_by_status
from citewell.cli import options
from citewell.cli.lock_state import refuse_damaged_lock, report_unread_files
from citewell.cli.terminal import show_activity, write_lines
from citewell.formats import REFERENCES
from citewell.project import find_project
from citewell.source.load import load

EPILOG = """\b
Examples:
  citewell refs list                          all references
  citewell refs list --verdict broken         broken references
  citewell refs list --verdict unchecked      references that have not been checked as they are now
  citewell refs list --format json            for programs
"""


@click.command("list", epilog=EPILOG)
@click.option(
    "--verdict",
    type=click.Choice(STANDINGS),
    multiple=True,
    help="Only references with this verdict. May be given several times.",
)
@options.choose_format(REFERENCES.names, "the list is")
@options.root
@options.debug
def command(verdict: tuple[str, ...], style: str, root: Path | None) -> int:
    """List every reference with what "citewell refs resolve" last found, when, and how often it is cited.

    \b
    ok          the page is there, and it is the right one
    moved       the page has a new address
    changed     the text of the page has changed since the last check
    failing     the page failed for the first time; the next day shows whether it is broken
    broken      the page failed on two different days
    blocked     the site blocks programs; people may be able to see the page
    wrong-page  the address leads to a different work
    unknown     the check could not tell
    refused     the address is not safe to open
    unchecked   the reference has not been checked in its present form
    retracted   the work was taken back, whatever its verdict

    Nothing is checked online: the list comes from content_src/references.lock.

    Exit codes: 0 listed, 1 listed, but part of a file of references could not be read, 2 the content or the lock file
    could not be read.
    """  # noqa: D301 - \\b is click's mark for lines that are not rewrapped
    project = find_project(root)

    with show_activity("Reading the content"):
        site = load(project)
        refuse_damaged_lock(site)
        chosen = site.bibliography.references.values()
        keys = {each.key for each in (select_by_status(chosen, verdict, site) if verdict else chosen)}
        found = [each for each in standings(site) if each.reference.key in keys]
    write_lines(REFERENCES.load(style).format_references(found))
    return 1 if report_unread_files(site) else 0
