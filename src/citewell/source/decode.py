"""From the nodes of a YAML file to the model that its keys are declared for: every fault at its place, all at once.

What does not fit is noted and left out, and the rest is still read: one wrong date must not hide the other faults of a
file. On the way the texts that readers will see are gathered, each with its declaration and its place.
"""

from __future__ import annotations

import collections.abc
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Generic, NamedTuple

from citewell.model.keys import (
    DeclaredKey,
    Group,
    LinesFrom,
    Listed,
    ListedBy,
    M,
    Shape,
    ShownText,
    Titled,
    Value,
    Wording,
)
from citewell.model.problems import AnyProblem, Facts, Problem, Replacement
from citewell.model.source_location import LocatedText, Placed, SourceText, Span
from citewell.model.yaml_problems import Expectation, FormerKey, MissingKey, UnknownKey, WrongValue
from citewell.source.characters import is_visible
from citewell.source.fields import Refused, read_line
from citewell.source.former_keys import find_former_key, rename_key
from citewell.source.forms import reader_of, without_place
from citewell.source.misspellings import WrittenKeys, count_written_keys, find_nearest_word, is_sure
from citewell.source.nodes import GroupNode, KeyValue, ListNode, Node, Scalar
from citewell.source.plugin_lines import find_lines


class Decoded(NamedTuple, Generic[M]):
    """A model with everything that fitted, or ``None`` when what it needs is not there; what did not fit; its texts."""

    value: M | None
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...]


def decode_group(
    group: Group[M], node: Node | None, source: SourceText, fallback: collections.abc.Mapping[str, Placed] | None = None
) -> Decoded[M]:
    """Read a mapping as a group of keys.

    ``fallback`` gives the values of required keys that are missing, by name, after their lack was noted.
    """
    decoder, fallback = _Decoder(source), fallback or {}
    if node is not None and not isinstance(node, GroupNode):
        decoder.note_no_mapping(group, node)
        given = {key.field: _fallback(key, fallback[key.name]) for key in group.keys if key.name in fallback}
        return Decoded(_build(group, given), tuple(decoder.problems), ())
    value = decoder.read_group(group, node or GroupNode((), Span(0, 0)), "", fallback)
    return Decoded(value, tuple(decoder.problems), tuple(decoder.texts))


def _build(group: Group[M], given: dict[str, Any]) -> M | None:
    """The model of the values that are given, by field; ``None`` where a required one is not."""
    if any(key.required and key.field not in given for key in group.keys):
        return None
    given.pop("", None)
    return group.build(**given)


def _fallback(key: DeclaredKey, value: Placed) -> Any:
    return without_place(value, key.shape.type) if isinstance(key.shape, Value) else value


class _Place(NamedTuple):
    """Where a value is: its path, its key, its entry, and whether it is an item of the list there."""

    path: str
    key: DeclaredKey
    entry: KeyValue
    is_item: bool = False


class _Wrong(Exception):
    """A value could not be read, and that was noted."""


class _Decoder:
    """Reads one document, and keeps what was wrong and which texts readers will see."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self.problems: list[AnyProblem] = []
        self.texts: list[ShownText] = []

    def read_group(
        self,
        group: Group[M],
        node: GroupNode,
        path: str,
        fallback: collections.abc.Mapping[str, Placed] = MappingProxyType({}),
    ) -> M | None:
        """The model of a mapping; ``None`` where a required key has no value, and then none of its texts is shown."""
        first = len(self.texts)
        given: dict[str, Any] = {}
        for key in group.keys:
            entry = node.entry(key.name) or self._find_former(key, node)
            inside = _inside(path, key)
            if entry is not None:
                self._read_entry(_Place(inside, key, entry), given)
            elif key.required:
                self._note(_first_line(node, self._source), MissingKey(key.name))
            if key.required and key.field not in given and key.name in fallback:
                given[key.field] = _fallback(key, fallback[key.name])
                self._show(inside, key, fallback[key.name])
        self._note_unknown_keys(group, node)
        for field, key_name in (group.places or {}).items():
            if place := node.get(key_name):
                given[field] = self._source.locate(place.span)
        model = _build(group, given)
        self.texts[first:] = [] if model is None else self._with_sources(self.texts[first:], group, path, given)
        return model

    def _find_former(self, key: DeclaredKey, node: GroupNode) -> KeyValue | None:
        """The entry of a key by the name that it had before; noted, since another version may not read it."""
        entry = find_former_key(node, key.declared.formerly, key.name)
        if entry is not None:
            renaming = rename_key(self._source, entry, key.name)
            self.problems.append(Problem(renaming.location, FormerKey(entry.key.text, key.name), renaming))
        return entry

    def _with_sources(
        self, texts: list[ShownText], group: Group[Any], path: str, given: dict[str, Any]
    ) -> list[ShownText]:
        """The texts of a group, each with the citation keys that the key beside it lists."""
        beside = {_inside(path, key): key.declared.sources for key in group.keys if key.declared.sources}
        return [
            text._replace(sources=given.get(beside[text.key], ())) if text.key in beside else text for text in texts
        ]

    def _read_entry(self, place: _Place, given: dict[str, Any]) -> None:
        """Read the value of a key into ``given``, under its field; nothing where it does not fit."""
        blank = isinstance(place.entry.value, Scalar) and not place.entry.value.text.strip()
        if place.key.declared.may_be_empty and blank:
            return
        try:
            given[place.key.field] = self._read(place.key.shape, place.entry.value, place)
        except _Wrong:
            return

    def _read(self, shape: Shape, node: Node, place: _Place) -> Any:
        match shape:
            case Value():
                return self._read_value(shape, node, place)
            case Titled():
                return self._read_titled(shape, node, place)
            case Listed():
                return shape.into(self._read_items(shape.item, node, place))
            case ListedBy():
                return self._read_by_name(shape, node, place)
            case Group():
                return self._read_inner_group(shape, node, place)
            case LinesFrom():
                return self._read_inner_group(find_lines(shape), node, place)

    def _read_value(self, shape: Value, node: Node, place: _Place) -> Any:
        read = self._read_with(reader_of(shape), node, place)
        if isinstance(read, Placed):
            self._show(place.path, place.key, read)
        if shape.type is LocatedText and isinstance(read, Placed):
            return LocatedText(read.text, self._source.locate(read.span))
        return without_place(read, shape.type)

    def _read_with(self, reader: collections.abc.Callable[[Any], Any], node: Node, place: _Place) -> Any:
        try:
            return reader(plain_data(node))
        except Refused as fault:
            raise self._wrong(fault.facts, node, place) from None

    def _read_titled(self, shape: Titled, node: Node, place: _Place) -> Any:
        """A text with the title before it, if there is one; readers see the title."""
        title, value = Placed("", Span(0, 0)), node
        if isinstance(node, GroupNode) and len(node.entries) == 1:
            key, value = node.entries[0].key, node.entries[0].value
            title = Placed(" ".join(key.text.split()), key.span)
            if not is_visible(title.text):
                raise self._wrong(WrongValue(Expectation.VISIBLE_TITLE), node, place)
        elif not isinstance(node, Scalar):
            raise self._wrong(WrongValue(Expectation.TITLED), node, place)
        text = self._read_with(read_line, value, place)
        if title.text:
            self._show(place.path, place.key, title)
        return shape.build(text.text, title.text, self._source.locate(text.span))

    def _read_inner_group(self, group: Group[Any], node: Node, place: _Place) -> Any:
        fault = group.reject(plain_data(node)) if group.reject else None
        if fault:
            raise self._wrong(fault, node, place)
        if place.key.declared.alone and isinstance(node, Scalar) and node.text.strip():
            node = GroupNode((KeyValue(Scalar(place.key.declared.alone, node.span), node),), node.span)
        if not isinstance(node, GroupNode):
            raise self._wrong(WrongValue(Expectation.GROUP_OF_LINES), node, place)
        model = self.read_group(group, node, place.path)
        if model is None:
            raise _Wrong
        return model

    def _read_items(self, item: Shape, node: Node, place: _Place) -> list[Any]:
        """The items of a list that could be read."""
        if place.key.declared.may_be_single and isinstance(node, Scalar) and node.text.strip():
            node = ListNode((node,), node.span)
        if not isinstance(node, ListNode):
            raise self._wrong(_list_of(item), node, place)
        found = []
        for each in node.items:
            try:
                found.append(self._read(item, each, place._replace(is_item=True)))
            except _Wrong:
                continue
        return found

    def _read_by_name(self, shape: ListedBy, node: Node, place: _Place) -> dict[str, Any]:
        """The groups of a list by their names; of two with one name the first stays, and the other is noted."""
        if not isinstance(node, ListNode):
            raise self._wrong(_list_of(shape.item), node, place)
        found: dict[str, Any] = {}
        for each in node.items:
            try:
                model = self._read(shape.item, each, place._replace(is_item=True))
            except _Wrong:
                continue
            name = getattr(model, shape.by)
            if name in found and isinstance(each, GroupNode) and (twice := each.get(shape.by)):
                self._note(twice.span, WrongValue(Expectation.UNIQUE, shape.by, found=name))
            found.setdefault(name, model)
        return found

    def _show(self, path: str, key: DeclaredKey, read: Placed) -> None:
        """Keep a text of ours that readers will see."""
        if key.declared.wording not in (Wording.HIDDEN, Wording.QUOTED):
            self.texts.append(ShownText(path, key.declared, read, self._source.locate(read.span)))

    def _wrong(self, facts: WrongValue, node: Node, place: _Place) -> _Wrong:
        """Note a value that does not fit; of an empty one the place is its key."""
        empty = isinstance(node, Scalar) and node.span.start == node.span.end and not place.is_item
        span = place.entry.key.span if empty else _first_line(node, self._source)
        self._note(span, replace(facts, key=place.key.name, is_item=place.is_item))
        return _Wrong()

    def _note(self, span: Span, facts: Facts) -> None:
        self.problems.append(Problem(self._source.locate(span), facts))

    def note_no_mapping(self, group: Group[Any], node: Node) -> None:
        """Note a document that is not a group of lines, perhaps a list without its key."""
        lists = [key.name for key in group.keys if key.required and isinstance(key.shape, Listed | ListedBy)]
        above = lists[0] if lists and isinstance(node, ListNode) else ""
        expected = Expectation.MAPPING_ABOVE_LIST if above else Expectation.MAPPING
        self._note(_first_line(node, self._source), WrongValue(expected, nearest=above))

    def _note_unknown_keys(self, group: Group[Any], node: GroupNode) -> None:
        known = [key.name for key in group.keys]
        former = {key.declared.formerly for key in group.keys if node.entry(key.name) is None}
        unknown = [entry for entry in node.entries if entry.key.text not in (*known, *former)]
        written = count_written_keys(node, known) if unknown else None
        for entry in unknown:
            self.problems.append(_unknown_key(group, node, entry, written, self._source))


def _unknown_key(
    group: Group[Any], parent: GroupNode, entry: KeyValue, written: WrittenKeys | None, source: SourceText
) -> AnyProblem:
    """What may be meant by a key: another that looks like it, or the same within a group of lines."""
    key, place = entry.key.text, source.locate(entry.key.span)
    if written is None or written.strange:
        return Problem(place, UnknownKey(key))
    known = [each.name for each in group.keys]
    near = find_nearest_word(key, known)
    if around := _group_with(key, group, written.known) or ("" if near else _group_with(key, group, known)):
        return Problem(place, UnknownKey(key, group=around))
    sure = is_sure(key, near, known, parent, written.meant)
    return Problem(place, UnknownKey(key, near), Replacement(place, near) if sure else None)


def _inside(path: str, key: DeclaredKey) -> str:
    return f"{path}/{key.name}" if path else key.name


def _group_with(key: str, group: Group[Any], names: list[str]) -> str:
    """The first of these names that is a group of lines in which a key is known, or ""."""
    shapes = {each.name: each.shape for each in group.keys if each.name in names}
    groups = {name: find_lines(shape) if isinstance(shape, LinesFrom) else shape for name, shape in shapes.items()}
    return next((name for name in names if isinstance(inside := groups.get(name), Group) and inside.key(key)), "")


def plain_data(node: Node) -> Any:
    """A node as text with its place, lists and dictionaries."""
    match node:
        case Scalar():
            return Placed(node.text, node.span)
        case ListNode():
            return [plain_data(item) for item in node.items]
        case GroupNode():
            return {entry.key.text: plain_data(entry.value) for entry in node.entries}


def _list_of(item: Shape) -> WrongValue:
    """The problem of a value that is not a list; if its items are groups, with the keys that each of them needs."""
    if not isinstance(item, Group):
        return WrongValue(Expectation.LIST)
    needed = tuple(key.name for key in item.keys if key.required)
    return WrongValue(Expectation.LIST_OF_GROUPS, choices=needed or item.names)


def _first_line(node: Node, source: SourceText) -> Span:
    """A span of at most one line: of a mapping its first key, of anything else its first line."""
    if isinstance(node, GroupNode) and node.entries:
        return node.entries[0].key.span
    start, end = node.span
    line_end = source.text.find("\n", start, end)
    return Span(start, end if line_end < 0 else line_end)
