"""YAML as plain data: text, lists and mappings, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from citewell.model.source_location import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. The span covers the text itself, without quotation marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class KeyValue:
    """One ``key: value`` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class GroupNode:
    """Keys with their values, in the order they were written; no key twice."""

    entries: tuple[KeyValue, ...]
    span: Span
    _by_key: Mapping[str, KeyValue] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {entry.key.text: entry for entry in self.entries})

    def entry(self, key: str) -> KeyValue | None:
        """The entry with this key, if there is one."""
        return self._by_key.get(key)

    def get(self, key: str) -> Node | None:
        """The value of this key, if there is one."""
        entry = self.entry(key)
        return entry.value if entry else None


Node: TypeAlias = Scalar | ListNode | GroupNode


def scalars(node: Node) -> Iterator[Scalar]:
    """Every text below, keys too, in reading order."""
    match node:
        case Scalar():
            yield node
        case ListNode():
            for item in node.items:
                yield from scalars(item)
        case GroupNode():
            for entry in node.entries:
                yield entry.key
                yield from scalars(entry.value)
