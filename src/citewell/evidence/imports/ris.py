"""RIS, as EndNote, Zotero, journals and databases write it (Reference Manager's format specification of 2012)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from citewell.evidence.imports.entry import MOST, Fault, ReadEntries
from citewell.evidence.imports.ris_fields import ris_entry
from citewell.evidence.imports.tagged import Record, Tagged, tagged_lines

_TAG: Final = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s|$)")
_IN_PARAGRAPHS: Final = frozenset({"AB", "N1", "N2"})  # an empty line does not end these
_OF_A_WORK: Final = frozenset({"TI", "T1", "AU", "A1", "AB", "DO"})


def read(text: str) -> ReadEntries:
    """The entries of a text. A record without its end is still read, with a warning."""
    faults: list[Fault] = []
    entries = tuple(ris_entry(record, faults) for record in islice(_records(text, faults), MOST + 1))
    return ReadEntries(entries, tuple(sorted(faults)))


def _records(text: str, faults: list[Fault]) -> Iterator[Record]:
    current: Record | None = None
    outside: list[Tagged] = []
    for each in _apart(tagged_lines(text, _TAG)):
        if each.tag == "TY":
            if current:
                faults.append(
                    Fault(current.line, 'the entry has no end ("ER  -"); it was taken as far as the next', lost=False)
                )
                yield current
            current = Record(each.line)
            current.add(each)
        elif each.tag == "ER":
            if current:
                yield current
            current = None
        elif current and not each.tag and current.last in _IN_PARAGRAPHS:
            current.go_on(each.value)
        elif current:
            current.add(each._replace(tag=each.tag or "unmarked"))
        elif each.value:
            outside.append(each)
    if current:
        faults.append(
            Fault(current.line, 'the entry has no end ("ER  -"); it was taken to the end of the file', lost=False)
        )
        yield current
    faults += _about_lines_outside(outside)


def _about_lines_outside(outside: list[Tagged]) -> Iterator[Fault]:
    """What databases write before, between and after the entries is passed over; the parts of a work are missed."""
    lost = [each for each in outside if each.tag in _OF_A_WORK]
    if lost:
        yield Fault(lost[0].line, 'this belongs to no entry: an entry begins with a line "TY  - "')
    elif outside:
        lines = "1 line" if len(outside) == 1 else f"{len(outside):,} lines, from here on,"
        passed = "belongs to no entry and was" if len(outside) == 1 else "belong to no entry and were"
        yield Fault(outside[0].line, f"{lines} {passed} passed over", lost=False)


def _apart(lines: Iterable[Tagged]) -> Iterator[Tagged]:
    """The fields, and what stands after an end, which has no value, as a line of its own."""
    for each in lines:
        yield each
        if each.tag == "ER" and each.value:
            yield Tagged("", each.value, each.line + 1)
