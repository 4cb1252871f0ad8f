"""What reading a file of references gives: entries, and faults at their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from citewell.evidence.imports.note import with_note_read
from citewell.evidence.imports.retraction_marks import with_retraction
from citewell.evidence.items.clean_text import has_unseen
from citewell.evidence.items.normalise import Item, tidy

MOST: Final = 10_000
"""The most entries that are read of one file; a bibliography file holds some 3,000. Readers stop behind one more."""


class Left(NamedTuple):
    """A field that CSL has no word for, or no room; its value is kept under ``custom``, ``imported``."""

    field: str
    line: int


class Fault(NamedTuple):
    """Something odd: the line, from 1, and what is wrong there, in a clause without a stop.

    ``lost`` says that something was left out because of it.
    """

    line: int
    message: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of a file: its item without an id, the key it had there, its line, and what was left over.

    ``private`` are the fields of which something was left out because it is nobody else's concern.
    """

    item: Item
    key: str
    line: int
    left: tuple[Left, ...] = ()
    private: tuple[Left, ...] = ()
    unseen: bool = False  # characters that nobody sees were taken out


class ReadEntries(NamedTuple):
    """All that a file holds."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()


class Lines(NamedTuple):
    """Where an entry and its fields stand."""

    entry: int
    of: Callable[[str], int]


def entry(raw: Mapping[str, Any], left: Mapping[str, Any], lines: Lines, key: str = "") -> Entry:
    """The entry of CSL data and of what was left over; ``key`` is kept with it where it will not be the item's own."""
    item, names, private = tidy(with_retraction(with_note_read(raw), left), left)
    return Entry(
        item, key, lines.entry, _placed(names, lines), _placed(private, lines), any(map(has_unseen, _texts(raw)))
    )


def _placed(names: Iterable[str], lines: Lines) -> tuple[Left, ...]:
    return tuple(sorted((Left(name, lines.of(name)) for name in names), key=lambda each: each.line))


def _texts(value: Any, depth: int = 0) -> list[str]:
    if isinstance(value, str):
        return [value]
    if depth > 4 or not isinstance(value, Mapping | list | tuple):
        return []
    parts = value.values() if isinstance(value, Mapping) else value
    return [text for part in parts for text in _texts(part, depth + 1)]
