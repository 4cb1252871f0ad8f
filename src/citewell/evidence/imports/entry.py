"""What reading a file of references gives: entries, and faults at their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from citewell.evidence.imports.note import read_note
from citewell.evidence.imports.retraction_marks import add_retraction
from citewell.evidence.items.clean_text import has_invisible_characters
from citewell.evidence.items.normalise import Item, normalise_item

MOST: Final = 10_000
"""The most entries read from one file; a bibliography file holds about 3,000. Readers stop after one more."""


class LeftoverField(NamedTuple):
    """A field that CSL has no word for, or no room; its value is kept under ``custom``, ``imported``."""

    field: str
    line: int


class ImportFault(NamedTuple):
    """Something odd: the line, from 1, and what is wrong there, in a clause without a stop.

    ``lost`` says that something was left out because of it.
    """

    line: int
    message: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One reference of a file: its item without an id, the key it had there, its line, and what was left over.

    ``private`` are the fields from which private data was left out.
    """

    item: Item
    key: str
    line: int
    left: tuple[LeftoverField, ...] = ()
    private: tuple[LeftoverField, ...] = ()
    unseen: bool = False  # invisible characters were removed


class ImportResult(NamedTuple):
    """All that a file holds."""

    entries: tuple[ImportedEntry, ...]
    faults: tuple[ImportFault, ...] = ()


class EntryLines(NamedTuple):
    """The lines of an entry and its fields."""

    entry: int
    line_of: Callable[[str], int]


def make_imported_entry(
    raw: Mapping[str, Any], left: Mapping[str, Any], lines: EntryLines, key: str = ""
) -> ImportedEntry:
    """The entry of CSL data and of what was left over; ``key`` is kept with it where it will not be the item's own."""
    item, names, private = normalise_item(add_retraction(read_note(raw), left), left)
    return ImportedEntry(
        item,
        key,
        lines.entry,
        _locate_fields(names, lines),
        _locate_fields(private, lines),
        any(map(has_invisible_characters, _list_texts(raw))),
    )


def _locate_fields(names: Iterable[str], lines: EntryLines) -> tuple[LeftoverField, ...]:
    return tuple(sorted((LeftoverField(name, lines.line_of(name)) for name in names), key=lambda each: each.line))


def _list_texts(value: Any, depth: int = 0) -> list[str]:
    if isinstance(value, str):
        return [value]
    if depth > 4 or not isinstance(value, Mapping | list | tuple):
        return []
    parts = value.values() if isinstance(value, Mapping) else value
    return [text for part in parts for text in _list_texts(part, depth + 1)]
