"""PubMed's NBIB: MEDLINE display format (NLM, "MEDLINE/PubMed Data Element (Field) Descriptions")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from citewell.evidence.imports.entry import MOST, Entry, Fault, ReadEntries, entry
from citewell.evidence.imports.tagged import Record, Tagged, tagged_lines
from citewell.evidence.items.dates import year_span
from citewell.evidence.items.journals import whole_pages
from citewell.evidence.items.people import CslName, body, from_inverted
from citewell.evidence.notices import as_data
from citewell.evidence.services.pubmed.article import kind_of, unstopped_title
from citewell.evidence.services.pubmed.notices import KINDS as LINKS
from citewell.evidence.services.pubmed.notices import NAME as PUBMED
from citewell.evidence.services.pubmed.notices import cited_notice
from citewell.model.evidence import Notice, NoticeKind

_TAG: Final = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,3}-(?: |$)")
_DOI: Final = re.compile(r"(10\.\S+) \[doi\]")
_ISBN: Final = re.compile(r"([0-9][0-9-]{8,15}[0-9Xx])(?: \(.*\))?")
_ISSN: Final = re.compile(r"([0-9]{4}-[0-9]{3}[0-9Xx])(?: \((?:Linking|Print|Electronic)\))?")
_ARTICLE_NUMBER: Final = re.compile(r"([A-Za-z]{0,3}[0-9]{1,10}) \[pii\]")
_NOTICES: Final[Mapping[str, str]] = {
    "RIN": "RetractionIn",
    "RRI": "RetractedandRepublishedIn",
    "PRIN": "PartialRetractionIn",
    "ECI": "ExpressionOfConcernIn",
    "CRI": "CorrectedandRepublishedIn",
    "UIN": "UpdateIn",
    "EIN": "ErratumIn",
}
"""The tags that lead from an article to a notice about it, by their names in XML. Those of a notice (``ROF``) and of a
reprint (``RPI``) say nothing against the work."""
_PMID: Final = re.compile(r"\bPMID: ?([0-9]{1,8})\b")
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "abstract": ("AB",), "container-title": ("JT",), "container-title-short": ("TA",), "collection-title": ("CTI",),
    "edition": ("EN",), "issue": ("IP",), "issued": ("DP",), "language": ("LA",), "page": ("PG",), "PMCID": ("PMC",),
    "PMID": ("PMID",), "publisher": ("PB",), "publisher-place": ("PL",), "volume": ("VI",),
}  # fmt: skip


def read(text: str) -> ReadEntries:
    """The entries of a text; an entry begins with its PMID, or after an empty line."""
    faults: list[Fault] = []
    return ReadEntries(tuple(_entry(record) for record in islice(_records(text, faults), MOST + 1)), tuple(faults))


def _records(text: str, faults: list[Fault]) -> Iterator[Record]:
    current: Record | None = None
    after_gap = True
    for each in tagged_lines(text, _TAG):
        if not each.tag and not each.value:
            after_gap = True
        elif not each.tag:
            if current:
                current.add(each._replace(tag="unmarked"))
            else:
                faults.append(Fault(each.line, 'this belongs to no entry: a line begins with a tag, as in "PMID- 1"'))
        else:
            if current and (after_gap or each.tag == "PMID") and _begins_anew(current, each):
                yield current
                current = None
            current = current or Record(each.line)
            current.add(each)
            after_gap = False
    if current:
        yield current


def _begins_anew(current: Record, each: Tagged) -> bool:
    """Whether a field begins another entry: a second PMID, or a second title after an empty line."""
    return each.tag in {"PMID", "TI", "BTI"} and each.tag in current.fields


def _entry(record: Record) -> Entry:
    raw: dict[str, Any] = {name: record.take_first(*tags) for name, tags in _PLAIN.items()}
    title = unstopped_title(record.take_first("TI", "BTI"))
    original = unstopped_title(record.take_first("TT"))
    raw["title"], raw["original-title"] = title or original, original if title else ""
    raw["container-title"] = raw["container-title"] or record.take_first("BTI")
    raw["DOI"] = record.take_like(_DOI, "LID", "AID")
    for tag in ("LID", "AID"):  # both give it
        record.discard((tag,), lambda value: value == f"{raw['DOI']} [doi]")
    raw["page"] = whole_pages(raw["page"]) or record.take_like(_ARTICLE_NUMBER, "LID")
    raw["issued"] = year_span(raw["issued"])
    raw["ISBN"], raw["ISSN"] = record.take_like(_ISBN, "ISBN"), record.take_like(_ISSN, "IS")
    raw["keyword"] = ", ".join(record.take("OT", "MH"))
    raw["type"] = _type(raw, record)
    raw["author"], raw["editor"] = _people(record, "FAU", "AU"), _people(record, "FED", "ED")
    raw["author"] += [name for given in record.take("CN") if (name := body(given))]
    types = frozenset(record.all("PT"))
    raw["genre"] = "Preprint" if "Preprint" in types else ""
    raw["custom"] = {"kind": kind_of(types), "notices": as_data(_notices(record))}
    return entry(raw, record.left, record.lines)


def _notices(record: Record) -> list[Notice]:
    """What the record says was published about its article since; a retraction may only be marked by a type."""
    found = []
    for tag, link in _NOTICES.items():
        for source in record.all(tag):
            pmid = _PMID.search(source)
            found.append(cited_notice(LINKS[link], source, pmid[1] if pmid else ""))
    retracted = any(notice.kind is NoticeKind.RETRACTION for notice in found)
    if not retracted and "retracted publication" in map(str.lower, record.all("PT")):
        found.append(Notice(NoticeKind.RETRACTION, PUBMED))
    return found


def _type(raw: dict[str, Any], record: Record) -> str:
    if any(name == "Book" or name.startswith("Book ") for name in record.all("PT")) or raw["ISBN"]:
        return "chapter" if raw["container-title"] else "book"
    if "Preprint" in record.all("PT"):
        return "article"
    return "article-journal" if raw["container-title"] or raw["container-title-short"] else "document"


def _people(record: Record, full: str, short: str) -> list[CslName]:
    """People by their full names; those that are only given short ("Downie AP") beside full ones are the same ones."""
    names, brief = record.take(full), record.all(short)
    if not names or len(names) == len(brief):
        brief = record.take(short)
    return [name for one in names or brief if (name := from_inverted(one))]
