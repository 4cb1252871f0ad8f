"""CSL items as plain data, from JSON or YAML, with their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from citewell.evidence.imports.entry import (
    MOST,
    EntryLines,
    ImportedEntry,
    ImportFault,
    ImportResult,
    make_imported_entry,
)
from citewell.evidence.services.crossref.item import TYPES_IN_CSL
from citewell.model.csl_variables import DATES, NAMES, TEXTS

_OF_WORKS: Final = (
    NAMES
    | DATES
    | frozenset("abstract container-title DOI ISBN ISSN issue note page PMCID PMID publisher title URL volume".split())
)
"""What a reference has at least one of; "version" and "status" any data may have."""


class CslValue(NamedTuple):
    """What should be an item, and the lines of it and its fields."""

    data: Any
    lines: EntryLines


def read_items(values: Iterable[CslValue], faults: Iterable[ImportFault] = ()) -> ImportResult:
    """The entries of items; what is not CSL is one fault. More ``faults`` are taken when all items are read."""
    entries: list[ImportedEntry] = []
    noted: list[ImportFault] = []
    foreign: list[int] = []
    for data, lines in islice(values, MOST + 1):
        if not isinstance(data, Mapping) or not data:
            noted.append(ImportFault(lines.entry, "here should be a reference with its fields"))
        elif not is_csl(data):
            foreign.append(lines.entry)
        else:
            key = data.get("id")
            raw = {**data, "type": TYPES_IN_CSL.get(str(data.get("type")), data.get("type"))}
            entries.append(make_imported_entry(raw, {}, lines, str(key) if isinstance(key, str | int) else ""))
    if foreign:
        noted.append(ImportFault(foreign[0], _describe_foreign_item(len(foreign), none_else=not entries)))
    return ImportResult(tuple(entries), tuple(sorted([*noted, *faults])))


def is_csl(data: Mapping[Any, Any]) -> bool:
    """Whether data is a reference in CSL's variables, and not in those of another program."""
    if "itemType" in data:  # Zotero's own JSON
        return False
    if "DOI" in data or any(_is_csl_value(data[name]) for name in (NAMES | DATES) & data.keys()):
        return True
    names = {str(name).removesuffix(" 2") for name in data}  # a second "title" is kept as "title 2"
    known = names & (TEXTS | NAMES | DATES | {"categories"})
    counted = len(known) + len(names & {"id", "type", "custom"})
    only_title = known == {"title"} and "type" not in data and counted < len(names)
    return bool(known & _OF_WORKS) and not only_title and 2 * counted > len(names)


def _is_csl_value(value: Any) -> bool:
    """Whether a value is a list of CSL's names, or a date in CSL's parts."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, Mapping) and bool(first.keys() & {"family", "literal", "date-parts", "raw"})


def _describe_foreign_item(number: int, *, none_else: bool) -> str:
    what = (
        "the object here is not a reference" if number == 1 else f"{number:,} objects, from here on, are not references"
    )
    hint = '; export the references as "CSL JSON" (Zotero, Mendeley) or in another format' if none_else else ""
    return f"{what} in CSL's variables{', and left out' if not none_else else ''}{hint}"
