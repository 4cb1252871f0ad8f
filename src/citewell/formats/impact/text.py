"""What depends on references, for people: the status of each, then page by page the statements that rely on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from click import style

from citewell.citations.impact import list_authors
from citewell.citations.notices import list_notices
from citewell.formats.terminal_text import count_noun, make_visible

if TYPE_CHECKING:
    from citewell.citations.impact import AffectedPage, Contact, Impact, Statement
    from citewell.model.references import Reference
    from citewell.model.site import Site

ONLY: Final = "no other source"
NO_SOUND: Final = "no other source without a problem"


def format_impact(found: Impact, site: Site) -> Iterator[str]:
    """Lines with colours, which the terminal's side takes out where none are wanted; last the numbers of all."""
    if not found.references:
        yield "No reference has that verdict."
        return
    for reference in found.references:
        yield f"{style(make_visible(reference.key), bold=True)}  {_describe_status(reference, site)}"
        yield f"  {make_visible(reference.title)}"
    for document in found.documents:
        yield ""
        yield from _describe_document(document, site)
    yield ""
    if found.owners:
        yield style("Authors", bold=True)
        yield from (f"  {_describe_owner(owner)}" for owner in found.owners)
        yield ""
    yield from _summarise(found)


def _describe_status(reference: Reference, site: Site) -> str:
    locked = site.lock.find_entry(reference)
    notices = "".join(f", {notice.kind}" for notice in list_notices(reference, site.lock))
    if locked is None:
        return f"not checked yet{notices}"
    return f"{locked.verdict}{notices}, checked on {locked.checked.isoformat()}"


def _describe_document(touched: AffectedPage, site: Site) -> Iterator[str]:
    document = touched.document
    yield f"{style(make_visible(document.title), bold=True)}  ({document.slug}, {document.status})"
    names = [make_visible(name) for _, name in list_authors(document, site.people)]
    yield f"  Authors: {', '.join(names) or 'no author'}"
    for statement in touched.statements:
        yield from _describe_statement(statement)


def _describe_statement(statement: Statement) -> Iterator[str]:
    place = statement.claim.location
    alone = ONLY if statement.only else NO_SOUND if statement.no_sound else ""
    mark = f"  {style(alone, fg='red')}" if alone else ""
    yield f"  {make_visible(place.path)}:{place.line}:{place.column}  {statement.claim.id}{mark}"
    yield f"    {make_visible(statement.claim.text)}  [{make_visible(', '.join(statement.keys))}]"


def _describe_owner(owner: Contact) -> str:
    pages, statements = count_noun(len(owner.documents), "page"), count_noun(owner.statements, "statement")
    return f"{make_visible(owner.name)} ({make_visible(owner.id)}): {statements} in {pages}"


def _summarise(found: Impact) -> Iterator[str]:
    total = len(found.statements)
    if not total:
        yield f"No statement depends on {'it' if len(found.references) == 1 else 'them'}."
        return
    alone = sum(each.only for each in found.statements)
    verb = "depends" if total == 1 else "depend"
    pages, references = count_noun(len(found.documents), "page"), count_noun(len(found.references), "reference")
    yield f"{count_noun(total, 'statement')} in {pages} {verb} on {references}."
    yield f"{alone:,} of {count_noun(total, 'statement')} {'has' if alone == 1 else 'have'} {ONLY}."
    left = sum(each.no_sound for each in found.statements)
    if left:
        yield f"{left:,} {'more has' if left == 1 else 'more have'} {NO_SOUND}."
