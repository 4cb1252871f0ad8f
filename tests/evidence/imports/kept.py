"""What the tests of every format ask: is each value of the file found again in its item?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from citewell.evidence.imports.entry import ImportedEntry

_SIGNS = re.compile(r"[\W_]+")


def words(text: str) -> str:
    """A text without signs, spaces and case: dashes, commas and the order of a name's parts may change."""
    return _SIGNS.sub("", text.casefold())


def texts(value: Any) -> Iterator[str]:
    """Every text in data."""
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)
    else:
        yield str(value)


def lost(entry: ImportedEntry, values: Iterable[str]) -> list[str]:
    """The values of which a word is nowhere in the item (or its key there)."""
    held = [words(text) for text in [*texts(entry.item), entry.key]]
    return [value for value in values if not all(any(words(word) in text for text in held) for word in value.split())]
