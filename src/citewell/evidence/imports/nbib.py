"""PubMed's NBIB: MEDLINE display format (NLM, "MEDLINE/PubMed Data Element (Field) Descriptions")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from citewell.evidence.imports.entry import MOST, ImportedEntry, ImportFault, ImportResult, make_imported_entry
from citewell.evidence.imports.tagged import TaggedField, TaggedRecord, split_tagged_lines
from citewell.evidence.items.dates import expand_year_span
from citewell.evidence.items.journals import expand_pages
from citewell.evidence.items.people import CslName, make_organisation, parse_inverted_name
from citewell.evidence.notices import notices_to_data
from citewell.evidence.services.pubmed.article import find_kind, strip_title_stop
from citewell.evidence.services.pubmed.notices import LINK_KINDS, PUBMED, make_cited_notice
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
reprint (``RPI``) do not count against the work."""
_PMID: Final = re.compile(r"\bPMID: ?([0-9]{1,8})\b")
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "abstract": ("AB",), "container-title": ("JT",), "container-title-short": ("TA",), "collection-title": ("CTI",),
    "edition": ("EN",), "issue": ("IP",), "issued": ("DP",), "language": ("LA",), "page": ("PG",), "PMCID": ("PMC",),
    "PMID": ("PMID",), "publisher": ("PB",), "publisher-place": ("PL",), "volume": ("VI",),
}  # fmt: skip


def read_nbib(text: str) -> ImportResult:
    """The entries of a text; an entry begins with its PMID, or after an empty line."""
    faults: list[ImportFault] = []
    return ImportResult(
        tuple(_convert_entry(record) for record in islice(_read_records(text, faults), MOST + 1)), tuple(faults)
    )


def _read_records(text: str, faults: list[ImportFault]) -> Iterator[TaggedRecord]:
    current: TaggedRecord | None = None
    after_gap = True
    for each in split_tagged_lines(text, _TAG):
        if not each.tag and not each.value:
            after_gap = True
        elif not each.tag:
            if current:
                current.add(each._replace(tag="unmarked"))
            else:
                faults.append(
                    ImportFault(each.line, 'this belongs to no entry: a line begins with a tag, as in "PMID- 1"')
                )
        else:
            if current and (after_gap or each.tag == "PMID") and _begins_entry(current, each):
                yield current
                current = None
            current = current or TaggedRecord(each.line)
            current.add(each)
            after_gap = False
    if current:
        yield current


def _begins_entry(current: TaggedRecord, each: TaggedField) -> bool:
    """Whether a field begins another entry: a second PMID, or a second title after an empty line."""
    return each.tag in {"PMID", "TI", "BTI"} and each.tag in current.fields


def _convert_entry(record: TaggedRecord) -> ImportedEntry:
    raw: dict[str, Any] = {name: record.take_first(*tags) for name, tags in _PLAIN.items()}
    title = strip_title_stop(record.take_first("TI", "BTI"))
    original = strip_title_stop(record.take_first("TT"))
    raw["title"], raw["original-title"] = title or original, original if title else ""
    raw["container-title"] = raw["container-title"] or record.take_first("BTI")
    raw["DOI"] = record.take_matching(_DOI, "LID", "AID")
    for tag in ("LID", "AID"):  # both give it
        record.discard((tag,), lambda value: value == f"{raw['DOI']} [doi]")
    raw["page"] = expand_pages(raw["page"]) or record.take_matching(_ARTICLE_NUMBER, "LID")
    raw["issued"] = expand_year_span(raw["issued"])
    raw["ISBN"], raw["ISSN"] = record.take_matching(_ISBN, "ISBN"), record.take_matching(_ISSN, "IS")
    raw["keyword"] = ", ".join(record.take("OT", "MH"))
    raw["type"] = _choose_type(raw, record)
    raw["author"], raw["editor"] = _read_people(record, "FAU", "AU"), _read_people(record, "FED", "ED")
    raw["author"] += [name for given in record.take("CN") if (name := make_organisation(given))]
    types = frozenset(record.list_values("PT"))
    raw["genre"] = "Preprint" if "Preprint" in types else ""
    raw["custom"] = {"kind": find_kind(types), "notices": notices_to_data(_read_notices(record))}
    return make_imported_entry(raw, record.leftover, record.lines)


def _read_notices(record: TaggedRecord) -> list[Notice]:
    """What the record says was published about its article since; a retraction may only be marked by a type."""
    found = []
    for tag, link in _NOTICES.items():
        for source in record.list_values(tag):
            pmid = _PMID.search(source)
            found.append(make_cited_notice(LINK_KINDS[link], source, pmid[1] if pmid else ""))
    retracted = any(notice.kind is NoticeKind.RETRACTION for notice in found)
    if not retracted and "retracted publication" in map(str.lower, record.list_values("PT")):
        found.append(Notice(NoticeKind.RETRACTION, PUBMED))
    return found


def _choose_type(raw: dict[str, Any], record: TaggedRecord) -> str:
    if any(name == "Book" or name.startswith("Book ") for name in record.list_values("PT")) or raw["ISBN"]:
        return "chapter" if raw["container-title"] else "book"
    if "Preprint" in record.list_values("PT"):
        return "article"
    return "article-journal" if raw["container-title"] or raw["container-title-short"] else "document"


def _read_people(record: TaggedRecord, full: str, short: str) -> list[CslName]:
    """People by their full names; those that are only given short ("Downie AP") beside full ones are the same ones."""
    names, brief = record.take(full), record.list_values(short)
    if not names or len(names) == len(brief):
        brief = record.take(short)
    return [name for one in names or brief if (name := parse_inverted_name(one))]
