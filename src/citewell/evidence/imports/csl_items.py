"""CSL items as plain data, from JSON or YAML, with their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from citewell.evidence.imports.entry import MOST, Entry, Fault, Lines, ReadEntries, entry


class Value(NamedTuple):
    """What should be an item, and where it and its fields stand."""

    data: Any
    lines: Lines


def read_items(values: Iterable[Value], faults: Iterable[Fault] = ()) -> ReadEntries:
    """The entries of items; what is no mapping is a fault. Further ``faults`` are looked at when all items are read."""
    entries: list[Entry] = []
    noted: list[Fault] = []
    for data, lines in islice(values, MOST + 1):
        if isinstance(data, Mapping) and data:
            key = data.get("id")
            entries.append(entry(data, {}, lines, str(key) if isinstance(key, str | int) else ""))
        else:
            noted.append(Fault(lines.entry, "here should be a reference with its fields"))
    return ReadEntries(tuple(entries), tuple(sorted([*noted, *faults])))
