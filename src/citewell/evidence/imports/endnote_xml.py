"""EndNote's XML (``<xml><records><record>``), brought into RIS's tags as EndNote's own RIS export does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element

from citewell.evidence.imports.entry import MOST, ImportFault, ImportResult
from citewell.evidence.imports.ris_fields import convert_ris_record
from citewell.evidence.imports.tagged import TaggedField, TaggedRecord
from citewell.evidence.service_api.xml_tree import element_text, list_element_lines, parse_xml_text

_BEGINNING: Final = re.compile(r"<record\b")
_TYPES: Final[Mapping[str, str]] = {
    "artwork": "FIGURE", "audiovisual material": "VIDEO", "bill": "BILL", "blog": "BLOG", "book": "BOOK",
    "book section": "CHAP", "case": "CASE", "catalog": "CTLG", "computer program": "COMP", "conference paper": "CPAPER",
    "conference proceedings": "CONF", "dataset": "DATA", "dictionary": "DICT", "edited book": "EDBOOK",
    "electronic article": "EJOUR", "electronic book": "EBOOK", "electronic book section": "ECHAP",
    "encyclopedia": "ENCYC", "figure": "FIGURE", "film or broadcast": "MPCT", "generic": "GEN",
    "government document": "GOVDOC", "grant": "GRNT", "hearing": "HEAR", "journal article": "JOUR",
    "legal rule or regulation": "LEGAL", "magazine article": "MGZN", "manuscript": "MANSCPT", "map": "MAP",
    "newspaper article": "NEWS", "online database": "DBASE", "pamphlet": "PAMP", "patent": "PAT",
    "personal communication": "PCOMM", "report": "RPRT", "serial": "SER", "standard": "STAND", "statute": "STAT",
    "thesis": "THES", "unpublished work": "UNPB", "web page": "ELEC",
}  # fmt: skip
_NUMBERS: Final[Mapping[str, str]] = {
    "5": "CHAP", "6": "BOOK", "10": "CONF", "12": "ELEC", "17": "JOUR", "19": "MGZN", "23": "NEWS", "27": "RPRT",
    "28": "EDBOOK", "32": "THES", "43": "EJOUR", "44": "EBOOK", "46": "GOVDOC", "47": "CPAPER", "59": "DATA",
}  # fmt: skip
"""EndNote's numbers of the commonest types, where a record does not name its type."""
_TAGS: Final[Mapping[str, str]] = {
    "contributors/authors/author": "AU", "contributors/secondary-authors/author": "A2",
    "contributors/tertiary-authors/author": "A3", "contributors/subsidiary-authors/author": "A4",
    "titles/title": "TI", "titles/secondary-title": "T2", "titles/tertiary-title": "T3", "titles/short-title": "ST",
    "titles/alt-title": "J2", "titles/translated-title": "TT", "periodical/full-title": "JF", "periodical/abbr-1": "JA",
    "periodical/abbr-2": "JA", "periodical/abbr-3": "JA", "pages": "SP", "volume": "VL", "number": "IS", "issue": "IS",
    "num-vols": "NV", "edition": "ET", "dates/year": "PY", "dates/pub-dates/date": "DA", "publisher": "PB",
    "pub-location": "CY", "isbn": "SN", "accession-num": "AN", "call-num": "CN", "electronic-resource-num": "DO",
    "abstract": "AB", "notes": "N1", "keywords/keyword": "KW", "language": "LA", "work-type": "M3", "access-date": "Y2",
    "remote-database-name": "DB", "remote-database-provider": "DP", "urls/web-urls/url": "UR",
    "urls/related-urls/url": "UR", "custom1": "C1", "custom2": "C2", "custom3": "C3", "custom4": "C4", "custom5": "C5",
    "custom6": "C6", "custom7": "C7", "label": "LB", "auth-address": "AD", "section": "SE", "misc1": "M1",
}  # fmt: skip
_BOOKKEEPING: Final = frozenset({"database", "source-app", "rec-number", "foreign-keys/key", "ref-type"})


def read_endnote_xml(text: str) -> ImportResult:
    """The entries of a document. Never raises; one that is not EndNote's is a fault."""
    root = parse_xml_text(text)
    if root is None or root.tag not in {"xml", "records", "record"}:
        return ImportResult(
            (), (ImportFault(1, "this is not EndNote's XML, or it is broken, or it declares entities"),)
        )
    faults: list[ImportFault] = []
    found = zip(islice(root.iter("record"), MOST + 1), list_element_lines(_BEGINNING, text), strict=False)
    records = [_read_record(element, line) for element, line in found]
    return ImportResult(tuple(convert_ris_record(record, faults) for record in records), tuple(sorted(faults)))


def _read_record(element: Element, line: int) -> TaggedRecord:
    kind = element.find("ref-type")
    name = (kind.get("name", "") if kind is not None else "").lower()
    record = TaggedRecord(line)
    record.add(TaggedField("TY", _TYPES.get(name) or _NUMBERS.get(element_text(kind)) or name or "GEN", line))
    for path, value in _list_values(element, ""):
        if path not in _BOOKKEEPING:
            record.add(TaggedField(_TAGS.get(path, path), value, line))
    return record


def _list_values(element: Element, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a record with the names of the elements around it; ``style`` is how EndNote shows it."""
    children = [child for child in element if child.tag != "style"]
    if not children:
        text = element_text(element)
        if text:
            yield path, text
    for child in children:
        yield from _list_values(child, f"{path}/{child.tag}".removeprefix("/"))
