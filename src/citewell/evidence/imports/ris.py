"""RIS, as EndNote, Zotero, journals and databases write it (Reference Manager's format specification of 2012)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from citewell.evidence.imports.entry import MOST, ImportFault, ImportResult
from citewell.evidence.imports.ris_fields import convert_ris_record
from citewell.evidence.imports.tagged import TaggedField, TaggedRecord, split_tagged_lines

_TAG: Final = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s|$)")
_IN_PARAGRAPHS: Final = frozenset({"AB", "N1", "N2"})  # an empty line does not end these
_OF_A_WORK: Final = frozenset({"TI", "T1", "AU", "A1", "AB", "DO"})


def read_ris(text: str) -> ImportResult:
    """The entries of a text. A record without its end is still read, with a warning."""
    faults: list[ImportFault] = []
    entries = tuple(convert_ris_record(record, faults) for record in islice(_read_records(text, faults), MOST + 1))
    return ImportResult(entries, tuple(sorted(faults)))


def _read_records(text: str, faults: list[ImportFault]) -> Iterator[TaggedRecord]:
    current: TaggedRecord | None = None
    outside: list[TaggedField] = []
    for each in _split_end_lines(split_tagged_lines(text, _TAG)):
        if each.tag == "TY":
            if current:
                faults.append(
                    ImportFault(
                        current.line, 'the entry has no end ("ER  -"); it was taken as far as the next', lost=False
                    )
                )
                yield current
            current = TaggedRecord(each.line)
            current.add(each)
        elif each.tag == "ER":
            if current:
                yield current
            current = None
        elif current and not each.tag and current.last in _IN_PARAGRAPHS:
            current.continue_last(each.value)
        elif current:
            current.add(each._replace(tag=each.tag or "unmarked"))
        elif each.value:
            outside.append(each)
    if current:
        faults.append(
            ImportFault(current.line, 'the entry has no end ("ER  -"); it was taken to the end of the file', lost=False)
        )
        yield current
    faults += _report_lines_outside(outside)


def _report_lines_outside(outside: list[TaggedField]) -> Iterator[ImportFault]:
    """What databases write before, between and after the entries is passed over; the parts of a work are missed."""
    lost = [each for each in outside if each.tag in _OF_A_WORK]
    if lost:
        yield ImportFault(lost[0].line, 'this belongs to no entry: an entry begins with a line "TY  - "')
    elif outside:
        lines = "1 line" if len(outside) == 1 else f"{len(outside):,} lines, from here on,"
        passed = "belongs to no entry and was" if len(outside) == 1 else "belong to no entry and were"
        yield ImportFault(outside[0].line, f"{lines} {passed} passed over", lost=False)


def _split_end_lines(lines: Iterable[TaggedField]) -> Iterator[TaggedField]:
    """The fields; text after an end tag, which has no value, becomes a line of its own."""
    for each in lines:
        yield each
        if each.tag == "ER" and each.value:
            yield TaggedField("", each.value, each.line + 1)
