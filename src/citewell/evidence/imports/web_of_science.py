"""Web of Science's tagged files (``.ciw``), brought into RIS's tags ("Web of Science Core Collection Field Tags")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from citewell.evidence.imports.entry import MOST, ImportFault, ImportResult
from citewell.evidence.imports.ris_fields import convert_ris_record
from citewell.evidence.imports.tagged import TaggedField, TaggedRecord

_TAG: Final = re.compile(r"([A-Z][A-Z0-9])(?: |$)")
_TYPES: Final[Mapping[str, str]] = {"J": "JOUR", "B": "BOOK", "S": "CHAP", "P": "PAT"}
_TAGS: Final[Mapping[str, str]] = {
    "AB": "AB", "AR": "C7", "BE": "A2", "BN": "SN", "BP": "SP", "CT": "T2", "DI": "DO", "ED": "A2",
    "EI": "SN", "EP": "EP", "IS": "IS", "J9": "J2", "JI": "JA", "LA": "LA", "PD": "DA", "PI": "CY", "PU": "PB",
    "PY": "PY", "SE": "T3", "SN": "SN", "SO": "JF", "TI": "TI", "UT": "AN", "VL": "VL",
}  # fmt: skip
"""RIS's tag for each; a type that is not listed keeps its own name, so that none is mistaken for another."""
_AUTHORS: Final = ("AF", "AU", "BF", "BA")
"""Tags of authors, full names before short ones, those of a chapter before those of a whole book."""
_LISTED: Final = frozenset({*_AUTHORS, "BE", "CA", "ED"})  # a name a line


def read_web_of_science(text: str) -> ImportResult:
    """The entries of a text; one begins with ``PT`` and ends with ``ER``."""
    faults: list[ImportFault] = []
    entries = tuple(convert_ris_record(record, faults) for record in islice(_read_records(text, faults), MOST + 1))
    return ImportResult(entries, tuple(sorted(faults)))


def _read_records(text: str, faults: list[ImportFault]) -> Iterator[TaggedRecord]:
    found: list[TaggedField] = []
    for each in _read_fields(text):
        if found and each.tag in {"PT", "ER"}:
            if each.tag == "PT":
                faults.append(_report_missing_end(found, "as far as the next"))
            yield _make_record(found)
            found = []
        if each.tag == "PT" or found:
            found.append(each)
    if found:
        faults.append(_report_missing_end(found, "to the end of the file"))
        yield _make_record(found)


def _report_missing_end(found: list[TaggedField], taken: str) -> ImportFault:
    return ImportFault(found[0].line, f'the entry has no end ("ER"); it was taken {taken}', lost=False)


def _read_fields(text: str) -> Iterator[TaggedField]:
    """The fields of a text; a line that begins with spaces goes on, or is the next name of a list."""
    last: TaggedField | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match, words = _TAG.match(line), line.strip()
        if match:
            following = TaggedField(match[1], line[match.end() :].strip(), number)
        elif last and words and last.tag in _LISTED:
            following = TaggedField(last.tag, words, number)
        else:
            last = last._replace(value=f"{last.value} {words}".strip()) if last else None
            continue
        if last:
            yield last
        last = following
    if last:
        yield last


def _make_record(found: list[TaggedField]) -> TaggedRecord:
    """A record in RIS's tags. Short names beside full ones are the same people."""
    record = TaggedRecord(found[0].line)
    kind = _choose_type(found)
    own = next((tag for tag in _AUTHORS if any(each.tag == tag for each in found)), "")
    for each in found:
        if each.tag == "PT":
            record.add(each._replace(tag="TY", value=kind))
        elif each.tag in _AUTHORS:
            if each.tag == own:
                record.add(each._replace(tag="AU"))
        elif each.tag == "SO" and kind == "CONF":
            record.add(each._replace(tag="C3"))
        elif each.tag == "CA":
            record.add(each._replace(tag="AU", value=f"{each.value},"))
        elif each.tag == "PM":
            record.add(each._replace(tag="AN", value=f"PMID: {each.value}"))
        elif each.tag in {"DE", "ID"}:
            for word in each.value.split(";"):
                record.add(each._replace(tag="KW", value=word.strip()))
        else:
            record.add(each._replace(tag=_TAGS.get(each.tag, f"WoS {each.tag}")))
    return record


def _choose_type(found: list[TaggedField]) -> str:
    """RIS's type: a paper of a conference, a chapter where the book has another title, else what PT says."""
    values = {each.tag: each.value for each in reversed(found)}
    if "CT" in values and values.get("DT", "").lower().startswith("proceedings paper"):
        return "CONF"
    if values["PT"] == "B" and values.get("SO", "").casefold() not in {"", values.get("TI", "").casefold()}:
        return "CHAP"
    return _TYPES.get(values["PT"], values["PT"])
