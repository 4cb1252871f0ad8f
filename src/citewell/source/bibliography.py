"""The bibliography: every CSL item of ``content_src/references/*.yml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from citewell.citations.identifiers import make_identifier_key, parse_identifier
from citewell.diagnostics import Location
from citewell.model.csl_variables import DATES, NAMES, TEXTS
from citewell.model.evidence import Notice
from citewell.model.problems import AnyProblem, Problem
from citewell.model.references import (
    Acceptance,
    Bibliography,
    IdentifierKind,
    Name,
    NamedQuote,
    PartialDate,
    Reference,
)
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import DuplicateReferenceKey
from citewell.source.csl import BibliographyTyped, ItemBase, ItemTyped, NameTyped, NoticeTyped
from citewell.source.csl_rich_text import plain_words
from citewell.source.documents import read_file
from citewell.source.duplicate_lines import delete_copy
from citewell.source.nodes import Mapping, Node, Scalar, Sequence
from citewell.source.validate import check

_IDENTIFIERS: Final = frozenset(IdentifierKind)


class ReadBibliography(NamedTuple):
    """All references that could be read, and every problem of their files."""

    bibliography: Bibliography
    problems: tuple[AnyProblem, ...]


def read_bibliography(sources: Iterable[SourceText]) -> ReadBibliography:
    """Read bibliography files, in the order given. Of two items with one id the first stays."""
    items: dict[str, _Item] = {}
    problems: list[AnyProblem] = []
    unread: set[str] = set()
    for source in sources:
        found, noted, whole = _read_file(source)
        problems += noted
        unread |= set() if whole else {source.path}
        for item in found:
            first = items.setdefault(item.reference.key, item)
            if first is not item:
                problems.append(_key_twice(first, item))
    references = {key: item.reference for key, item in items.items()}
    by_identifier: dict[str, str] = {}
    for reference in references.values():
        for kind, value in reference.identifiers.items():
            by_identifier.setdefault(make_identifier_key(kind, value), reference.key)
    return ReadBibliography(Bibliography(references, by_identifier, frozenset(unread)), tuple(problems))


class _Item(NamedTuple):
    """A reference with its place in the file, and whether the file was read to its end."""

    reference: Reference
    source: SourceText
    span: Span
    file_read: bool


def _key_twice(first: _Item, second: _Item) -> AnyProblem:
    reference = second.reference
    one_file = first.source is second.source and second.file_read  # else the second may go on after the fault
    fix = delete_copy(first.source, first.span, second.span) if one_file else None
    facts = DuplicateReferenceKey(reference.key, first.reference.place())
    return Problem(reference.place(), facts, fix)


def _read_file(source: SourceText) -> tuple[list[_Item], list[AnyProblem], bool]:
    """The references of a file, its problems, and whether it surely holds no others."""
    document = read_file(BibliographyTyped, source)
    problems = list(document.problems)
    items = document.root.get("references") if isinstance(document.root, Mapping) else None
    found = []
    for node in items.items if isinstance(items, Sequence) else ():
        checked = check(ItemTyped, node, source, {"type": Placed("document", Span(0, 0))})
        problems += () if document.broken else checked.problems
        if checked.value is not None:
            found.append(_Item(_reference(checked.value, node, source), source, node.span, not document.broken))
    if document.broken and found:  # the fault may be in the last, so what that one lacks is not known
        reference = replace(found[-1].reference, unread=TEXTS | NAMES | DATES)
        found[-1] = found[-1]._replace(reference=reference)
    listed = len(items.items) if isinstance(items, Sequence) else None
    return found, problems, listed == len(found) and not document.broken


def _reference(item: ItemBase, node: Node, source: SourceText) -> Reference:
    typed = {name: value.text for name in sorted(TEXTS) if (value := item.variable(name)) is not None}
    fields = {name: text if name in _IDENTIFIERS else plain_words(text) for name, text in typed.items()}
    dates: dict[str, PartialDate | None] = {name: item.variable(name) for name in sorted(DATES)}
    custom = item.custom
    return Reference(
        key=item.id.text,
        type=item.type.text,
        fields=fields,
        authors=_names(item.variable("author")),
        editors=_names(item.variable("editor")),
        issued=dates["issued"],
        accessed=dates["accessed"],
        contributors=_contributors(item),
        identifiers=_identifiers(fields),
        unread=_unread(item, node),
        kind=custom.kind.text if custom and custom.kind else None,
        unverified=bool(custom and custom.unverified),
        doubt=custom.doubt.text if custom and custom.doubt else None,
        quotes=tuple(
            NamedQuote(quote.name.text, quote.text.text, source.locate(quote.text.span))
            for quote in (custom.quotes if custom else ())
        ),
        accepted=tuple(
            Acceptance(each.finding, each.reason.text, each.by.text, each.date.day, source.locate(each.by.span))
            for each in (custom.accepted if custom else ())
        ),
        notices=tuple(map(_notice, custom.notices if custom else ())),
        reviewed=custom.review_date.day if custom and custom.review_date else None,
        places=_places(item, node, source),
    )


def _notice(typed: NoticeTyped) -> Notice:
    """A notice of the reference itself; a DOI or PMID that is malformed leads nowhere and is left out."""
    return Notice(
        typed.kind,
        typed.said_by.text,
        published=_words(typed.published),
        doi=parse_identifier(IdentifierKind.DOI, _words(typed.doi)) or "",
        pmid=parse_identifier(IdentifierKind.PMID, _words(typed.pmid)) or "",
        reason=_words(typed.reason),
    )


def _unread(item: ItemBase, node: Node) -> frozenset[str]:
    """The variables that have a value of which nothing could be read."""
    entries = node.entries if isinstance(node, Mapping) else ()
    given = {entry.key.text for entry in entries if not _is_empty(entry.value)}
    return frozenset(name for name in given & (TEXTS | NAMES | DATES) if not item.variable(name))


def _is_empty(value: Node) -> bool:
    match value:
        case Scalar():
            return not value.text.strip()
        case Sequence():
            return not value.items
        case Mapping():
            return not value.entries


def _contributors(item: ItemBase) -> dict[str, tuple[Name, ...]]:
    """Everybody named beside authors and editors, by their role."""
    roles = sorted(NAMES - {"author", "editor"})
    return {role: people for role in roles if (people := _names(item.variable(role)))}


def _identifiers(fields: dict[str, str]) -> dict[IdentifierKind, str]:
    normal = ((kind, parse_identifier(kind, fields[kind])) for kind in IdentifierKind if kind in fields)
    return {kind: value for kind, value in normal if value is not None}


def _names(names: list[NameTyped] | None) -> tuple[Name, ...]:
    return tuple(
        Name(
            family=_words(name.family),
            given=_words(name.given),
            literal=_words(name.literal),
            non_dropping_particle=_words(name.non_dropping_particle),
            dropping_particle=_words(name.dropping_particle),
            suffix=_words(name.suffix),
        )
        for name in names or ()
    )


def _words(part: Placed | None) -> str:
    return plain_words(part.text) if part else ""


def _places(item: ItemBase, node: Node, source: SourceText) -> dict[str, Location]:
    """The place of each variable, those of ``custom`` too: of a text its words, of anything else its key."""
    places = {"": source.locate(item.id.span)}
    mappings = [node, node.get("custom") if isinstance(node, Mapping) else None]
    for mapping in reversed(mappings):  # a CSL variable wins over one of the same name in custom
        for entry in mapping.entries if isinstance(mapping, Mapping) else ():
            value = entry.value
            spot = value.span if isinstance(value, Scalar) and value.text else entry.key.span
            places[entry.key.text] = source.locate(spot)
    return places
