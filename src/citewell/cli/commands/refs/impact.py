"""List what depends on references: statements, articles, authors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from citewell.article_context import ContextBuilder
from citewell.citations.impact import find_impact
from citewell.citations.reference_status import list_statuses
from citewell.citations.selection import (
    STANDINGS,
    NoSuchReference,
    select_by_key,
    select_by_publisher,
    select_by_status,
)
from citewell.cli import options
from citewell.cli.lock_state import refuse_damaged_lock, report_unread_files
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_lines
from citewell.formats import IMPACT
from citewell.model.article import Article
from citewell.model.facts import Card
from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.project import find_project
from citewell.rules.facts import make_card
from citewell.rules.poison import find_unread
from citewell.source.load import open_content

EPILOG = """\b
Examples:
  citewell refs impact nhs-back-pain             what depends on one reference
  citewell refs impact doi:10.1136/bmj.f7095     the same, by an identifier
  citewell refs impact --publisher "Mayo Clinic" what depends on all works of a publisher
  citewell refs impact --verdict broken          what depends on pages that have disappeared
  citewell refs impact --verdict retracted --format json
                                                 for programs
"""


@click.command("impact", epilog=EPILOG)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--publisher", metavar="NAME", help="Only references of this publisher.")
@click.option(
    "--verdict",
    type=click.Choice(STANDINGS),
    multiple=True,
    help="Only references with this status. May be given several times.",
)
@options.choose_format(IMPACT.names, "the list is")
@options.root
@options.debug
def command(
    keys: tuple[str, ...], publisher: str | None, verdict: tuple[str, ...], style: str, root: Path | None
) -> int:
    """List every statement and article that depends on references, and their authors.

    KEYs are citation keys or identifiers; without any, all references that --publisher and --verdict select.
    A statement that names no other source is marked, and one whose other sources all have a problem (such as a dead
    page or a retraction): it would lose all its support. Drafts and withdrawn articles are listed, too, and marked.
    This command does not go online: the status of references is read from content_src/references.lock.

    Exit codes: 0 listed, 1 listed, but part of a file of references could not be read, 2 there is no such reference, or
    the content or the lock file could not be read.
    """
    if not (keys or publisher or verdict):
        raise click.UsageError("say which references are meant: give a KEY, --publisher or --verdict")
    project = find_project(root)
    with show_activity("Reading the content"):
        site, documents = open_content(project)
        refuse_damaged_lock(site)
        chosen = _choose_references(site, keys, publisher, verdict)
        inputs, cards = ContextBuilder(site, find_unread(site.problems), today()), list[Card]()
        statuses = list_statuses(site, _collect_cards(documents, inputs, cards))
        troubled = frozenset(each.reference.key for each in statuses if each.troubled)
        found = find_impact(chosen, cards, site.people, troubled)
    write_lines(IMPACT.load(style).format_impact(found, site))
    return 1 if report_unread_files(site) else 0


def _collect_cards(documents: Iterable[Article], inputs: ContextBuilder, cards: list[Card]) -> Iterator[Article]:
    """The articles as they come; the card of each is added, so that none of them has to be kept."""
    for each in documents:
        cards.append(make_card(inputs.context(each)))
        yield each


def _choose_references(
    site: Site, keys: tuple[str, ...], publisher: str | None, verdict: tuple[str, ...]
) -> tuple[Reference, ...]:
    """The references that are meant. Raises ``click.UsageError`` for a key or publisher that is not there."""
    chosen = tuple(site.bibliography.references.values())
    try:
        if keys:
            chosen = select_by_key(keys, site.bibliography)
    except NoSuchReference as unknown:
        raise _explain_miss(unknown, "no reference has the key", '"citewell refs list" shows all') from unknown
    try:
        if publisher:
            chosen = select_by_publisher(chosen, publisher)
    except NoSuchReference as unknown:
        whose = "none of these references is" if keys else "no reference is"
        raise _explain_miss(unknown, f"{whose} published by", "a publisher's name is in the reference") from unknown
    return select_by_status(chosen, verdict, site) if verdict else chosen


def _explain_miss(unknown: NoSuchReference, said: str, otherwise: str) -> click.UsageError:
    meant = f'did you mean "{unknown.near[0]}"?' if unknown.near else otherwise
    return click.UsageError(f'{said} "{unknown.name}"; {meant}')
