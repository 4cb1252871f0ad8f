"""See the status of the references.

It is read from the lock, without going online.
"""

from __future__ import annotations

from pathlib import Path

import click

from citewell.citations.reference_status import list_statuses
from citewell.citations.selection import STANDINGS, select_by_status
from citewell.cli import options
from citewell.cli.lock_state import refuse_damaged_lock, report_unread_files
from citewell.cli.terminal import show_activity, write_lines
from citewell.formats import REFERENCES
from citewell.project import find_project
from citewell.source.load import open_content

EPILOG = """\b
Examples:
  citewell refs list                          all references
  citewell refs list --verdict broken         those that are dead
  citewell refs list --verdict unchecked      those not checked in their current state
  citewell refs list --format json            for programs
"""


@click.command("list", epilog=EPILOG)
@click.option(
    "--verdict",
    type=click.Choice(STANDINGS),
    multiple=True,
    help="Only references with this status. May be given several times.",
)
@options.choose_format(REFERENCES.names, "the list is")
@options.root
@options.debug
def command(verdict: tuple[str, ...], style: str, root: Path | None) -> int:
    """List every reference with what "citewell refs resolve" last found, when, and how often it is cited.

    \b
    ok          the page is there, and the right one
    moved       it is, at another address
    changed     it is, but its text has changed since the last check
    failing     it failed for the first time; the next day shows whether it is broken
    broken      it failed on two different days
    blocked     robots are kept out; it may be there for people
    wrong-page  another work is there
    unknown     it could not be decided
    refused     the address is not safe to follow
    unchecked   it has not been checked in its current state
    retracted   whatever its verdict is, the work was retracted

    This command does not go online: the list shows what content_src/references.lock says.

    Exit codes: 0 listed, 1 listed, but a file of references could not be read whole, 2 the content or the lock could
    not be read.
    """  # noqa: D301 - \\b is click's mark for lines that stay as they are
    project = find_project(root)

    with show_activity("Reading the content"):
        site, documents = open_content(project)
        refuse_damaged_lock(site)
        chosen = site.bibliography.references.values()
        keys = {each.key for each in (select_by_status(chosen, verdict, site) if verdict else chosen)}
        found = [each for each in list_statuses(site, documents) if each.reference.key in keys]
    write_lines(REFERENCES.load(style).format_references(found))
    return 1 if report_unread_files(site) else 0
