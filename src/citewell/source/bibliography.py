"""The bibliography: every CSL item of ``content_src/references/*.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from citewell.citations.identifiers import make_identifier_key, parse_identifier
from citewell.citations.reference_keys import ITEM, UNREAD_BIBLIOGRAPHY, Custom
from citewell.diagnostics import Location
from citewell.model.csl_variables import DATES, NAMES, TEXTS
from citewell.model.keys import ShownText
from citewell.model.problems import AnyProblem, Problem
from citewell.model.references import Bibliography, IdentifierKind, Reference
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import DuplicateReferenceKey
from citewell.source import nodes
from citewell.source.decode import decode_group
from citewell.source.documents import read_yaml_file
from citewell.source.duplicate_lines import delete_copy
from citewell.source.nodes import Node
from citewell.source.plain_text_check import find_markup_problems


class ReadBibliography(NamedTuple):
    """All references that could be read, every problem of their files, and the texts of ours that readers see."""

    bibliography: Bibliography
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...] = ()


def read_bibliography(sources: Iterable[SourceText]) -> ReadBibliography:
    """Read bibliography files, in the order given. Of two items with one id the first stays."""
    items: dict[str, _Item] = {}
    problems: list[AnyProblem] = []
    texts: list[ShownText] = []
    unread: set[str] = set()
    for source in sources:
        read = _read_file(source)
        problems += read.problems
        texts += read.texts
        unread |= set() if read.whole else {source.path}
        for item in read.items:
            first = items.setdefault(item.reference.key, item)
            if first is not item:
                problems.append(_key_twice(first, item))
    references = {key: item.reference for key, item in items.items()}
    by_identifier: dict[str, str] = {}
    for reference in references.values():
        for kind, value in reference.identifiers.items():
            by_identifier.setdefault(make_identifier_key(kind, value), reference.key)
    bibliography = Bibliography(references, by_identifier, frozenset(unread))
    return ReadBibliography(bibliography, tuple(problems), tuple(texts))


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


class _File(NamedTuple):
    """The references of a file, its problems, its texts, and whether it surely holds no other references."""

    items: list[_Item]
    problems: list[AnyProblem]
    texts: list[ShownText]
    whole: bool


def _read_file(source: SourceText) -> _File:
    document = read_yaml_file(UNREAD_BIBLIOGRAPHY, source)
    listed = document.root.get("references") if isinstance(document.root, nodes.GroupNode) else None
    read = _File([], list(document.problems), [], isinstance(listed, nodes.ListNode) and not document.broken)
    for node in listed.items if isinstance(listed, nodes.ListNode) else ():
        item = decode_group(ITEM, node, source, {"type": Placed("document", Span(0, 0))})
        read.problems.extend(() if document.broken else item.problems)
        read.texts.extend(item.texts)
        if item.value is None:
            read = read._replace(whole=False)
        else:
            read.items.append(_Item(_reference(item.value, node, source), source, node.span, not document.broken))
    if document.broken and read.items:  # the fault may be in the last, so what that one lacks is not known
        last = read.items[-1]
        read.items[-1] = last._replace(reference=replace(last.reference, unread=TEXTS | NAMES | DATES))
    read.problems.extend(find_markup_problems(source, read.texts))
    return read


def _reference(item: Mapping[str, Any], node: Node, source: SourceText) -> Reference:
    """The reference of an item, whose values are by the names of CSL."""
    fields = {name: item[name] for name in sorted(TEXTS) if name in item}
    custom: Custom = item.get("custom", Custom())
    return Reference(
        key=item["id"].text,
        type=item["type"],
        fields=fields,
        authors=item.get("author", ()),
        editors=item.get("editor", ()),
        issued=item.get("issued"),
        accessed=item.get("accessed"),
        contributors={role: item[role] for role in sorted(NAMES - {"author", "editor"}) if item.get(role)},
        identifiers=_identifiers(fields),
        unread=_unread(item, node),
        kind=custom.kind,
        people=custom.people,
        unverified=custom.unverified,
        doubt=custom.doubt,
        quotes=custom.quotes,
        accepted=custom.accepted,
        notices=custom.notices,
        reviewed=custom.review_date.day if custom.review_date else None,
        places=_places(item, node, source),
    )


def _unread(item: Mapping[str, Any], node: Node) -> frozenset[str]:
    """The variables that have a value of which nothing could be taken."""
    entries = node.entries if isinstance(node, nodes.GroupNode) else ()
    given = {entry.key.text for entry in entries if not _is_empty(entry.value)}
    return frozenset(name for name in given & (TEXTS | NAMES | DATES) if not item.get(name))


def _is_empty(value: Node) -> bool:
    match value:
        case nodes.Scalar():
            return not value.text.strip()
        case nodes.ListNode():
            return not value.items
        case nodes.GroupNode():
            return not value.entries


def _identifiers(fields: dict[str, str]) -> dict[IdentifierKind, str]:
    normal = ((kind, parse_identifier(kind, fields[kind])) for kind in IdentifierKind if kind in fields)
    return {kind: value for kind, value in normal if value is not None}


def _places(item: Mapping[str, Any], node: Node, source: SourceText) -> dict[str, Location]:
    """The place of each variable, those of ``custom`` too: of a text its words, of anything else its key."""
    places = {"": source.locate(item["id"].span)}
    mappings = [node, node.get("custom") if isinstance(node, nodes.GroupNode) else None]
    for mapping in reversed(mappings):  # a CSL variable wins over one of the same name in custom
        for entry in mapping.entries if isinstance(mapping, nodes.GroupNode) else ():
            value = entry.value
            spot = value.span if isinstance(value, nodes.Scalar) and value.text else entry.key.span
            places[entry.key.text] = source.locate(spot)
    return places
