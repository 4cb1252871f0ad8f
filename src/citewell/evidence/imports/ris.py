"""RIS, as EndNote, Zotero, journals and databases write it (Reference Manager's format specification of 2012)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from citewell.evidence.imports.entry import MOST, Entry, Fault, ReadEntries, entry
from citewell.evidence.imports.people import person
from citewell.evidence.imports.tagged import Record, Tagged, tagged_lines
from citewell.evidence.items.dates import read_date

_TAG: Final = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s|$)")
_TYPES: Final[Mapping[str, str]] = {
    "ABST": "article-journal", "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case",
    "CHAP": "chapter", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book",
    "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "FIGURE": "figure",
    "GEN": "document", "GOVDOC": "report", "GRNT": "document", "HEAR": "hearing", "ICOMM": "personal_communication",
    "INPR": "article-journal", "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "NEWS":
    "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report",
    "SER": "book", "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNPB": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
_IN_PARAGRAPHS: Final = frozenset({"AB", "N1", "N2"})  # an empty line does not end these
_WITHIN: Final = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"})
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\S+)", re.IGNORECASE)
_PMCID: Final = re.compile(r"(PMC[0-9]+)")
_PMID: Final = re.compile(r"([1-9][0-9]{0,7})")
_ISBN: Final = re.compile(r"((?:[0-9]-?){9}[0-9Xx]|97[89]-?(?:[0-9]-?){9}[0-9])")


def read(text: str) -> ReadEntries:
    """The entries of a text. A record without its end is read all the same, and said."""
    faults: list[Fault] = []
    entries = tuple(_entry(record) for record in islice(_records(text, faults), MOST + 1))
    return ReadEntries(entries, tuple(faults))


def _records(text: str, faults: list[Fault]) -> Iterator[Record]:
    current: Record | None = None
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
            faults.append(Fault(each.line, 'this belongs to no entry: an entry begins with a line "TY  - "'))
    if current:
        faults.append(
            Fault(current.line, 'the entry has no end ("ER  -"); it was taken to the end of the file', lost=False)
        )
        yield current


def _apart(lines: Iterable[Tagged]) -> Iterator[Tagged]:
    """The fields, and what stands behind an end, which has no value, as a line of its own."""
    for each in lines:
        yield each
        if each.tag == "ER" and each.value:
            yield Tagged("", each.value, each.line + 1)


def _entry(record: Record) -> Entry:
    kind = record.take_first("TY")
    raw: dict[str, Any] = {"type": _TYPES.get(kind.upper(), kind or "document")}
    _titles(record, raw)
    _people(record, raw)
    _dates(record, raw)
    _numbers(record, raw)
    _identifiers(record, raw)
    for name, tags in _PLAIN.items():
        raw[name] = record.take_first(*tags)
    raw["keyword"] = ", ".join(record.take("KW"))
    key = record.take_first("ID")
    return entry(raw, record.left, record.lines, key)


_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "abstract": ("AB", "N2"), "archive": ("DB",), "call-number": ("CN",), "edition": ("ET",), "genre": ("M3",),
    "language": ("LA",), "note": ("N1",), "number-of-volumes": ("NV",), "publisher": ("PB",),
    "publisher-place": ("CY", "PP"), "title-short": ("ST",),
}  # fmt: skip


def _titles(record: Record, raw: dict[str, Any]) -> None:
    raw["title"] = record.take_first("TI", "T1", "CT", "BT")
    if raw["type"] in _WITHIN:
        names = record.take("JF", "T2", "BT", "JO", "JA", "J2")
        raw["container-title"], *shorter = list(dict.fromkeys(names)) or [""]
        raw["container-title-short"] = shorter[0] if shorter else ""
        raw["collection-title"] = record.take_first("T3")
        if len(shorter) > 1:
            raw["other titles"] = shorter[1:]
    else:
        raw["container-title"] = record.take_first("JF", "JO") if raw["type"] == "webpage" else ""
        name = "container-title" if raw["type"] == "webpage" and not raw["container-title"] else "collection-title"
        raw[name] = record.take_first("T2", "T3")


def _people(record: Record, raw: dict[str, Any]) -> None:
    edited = "collection-editor" if raw["type"] not in _WITHIN and not record.all("ED") else "editor"
    second = "editor" if raw["type"] in _WITHIN else edited
    for role, tags in {"author": ("A1", "AU"), "editor": ("ED",), "translator": ("A4",)}.items():
        raw[role] = [person(name) for name in record.take(*tags)]
    raw[second] = (raw.get(second) or []) + [person(name) for name in record.take("A2")]
    raw["collection-editor"] = (raw.get("collection-editor") or []) + [person(name) for name in record.take("A3")]


def _dates(record: Record, raw: dict[str, Any]) -> None:
    """The most exact date that was given; the others are left unless they say the same less exactly."""
    given = record.take("PY", "Y1", "DA")
    known = [(found.text if found else "", value) for value in given for found in [read_date(value)]]
    best = max(known, key=lambda each: len(each[0]), default=("", ""))
    raw["issued"] = best[1]
    raw["other dates"] = [value for text, value in known if value != best[1] and not best[0].startswith(text or "?")]
    raw["accessed"] = record.take_first("Y2")


def _numbers(record: Record, raw: dict[str, Any]) -> None:
    raw["volume"], raw["issue"] = record.take_first("VL"), record.take_first("IS", "CP")
    start, end = record.take_first("SP"), record.take_first("EP")
    raw["page"] = f"{start}-{end}" if start and end and "-" not in start and start != end else start or end
    if start and end and "-" in start and end != start:
        raw["end page"] = end
    if raw["type"] in {"report", "standard", "patent", "legislation", "bill"}:
        raw["number"] = record.take_first("M1") or raw.pop("issue")
    if raw["type"] == "book" and raw["page"].isdigit() and not end:
        raw["number-of-pages"] = raw.pop("page")


def _identifiers(record: Record, raw: dict[str, Any]) -> None:
    raw["DOI"] = record.take_like(_DOI, "DO", "M3", "UR") or record.take_first("DO")
    raw["PMCID"] = record.take_like(_PMCID, "C2", "AN")
    if any("pubmed" in name.lower() for name in (*record.all("DB"), *record.all("DP"))):
        raw["PMID"] = record.take_like(_PMID, "AN")
    raw["ISBN"] = record.take_like(_ISBN, "SN")
    raw["ISBN" if raw["type"] in {"book", "chapter"} and not raw["ISBN"] else "ISSN"] = record.take_first("SN")
    raw["URL"] = record.take_first("UR", "LK")
