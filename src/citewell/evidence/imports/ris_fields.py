"""What the fields of a RIS record are in CSL; EndNote's and Web of Science's records are brought into the same tags.

The tags are those of the format, as Zotero's and the databases' exports use them: EBSCO writes the DOI into L3, Scopus
the PMID into C2 and an article's number into C7, Embase the PMID into C5, Pure both into U2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.imports.entry import ImportedEntry, ImportFault, make_imported_entry
from citewell.evidence.imports.tagged import TaggedRecord
from citewell.evidence.items.dates import ReadDate, expand_year_span, read_date
from citewell.evidence.items.journals import is_abbreviation
from citewell.evidence.items.people import CslName, parse_names
from citewell.model.references import IdentifierKind

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
_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_WITHIN: Final = _PERIODICALS | {"chapter", "paper-conference"}
_OF_SOME_KIND: Final = frozenset({"manuscript", "map", "pamphlet", "patent", "report", "speech", "thesis"})
"""Types whose entries say what kind of thing it is; of others the database only notes it for itself."""
_JOURNALS: Final = ("JF", "T2", "JO", "JA", "J2", "BT")
_DOI: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.[0-9]{4,9}/\S+?)(?:\s*\[doi\])?", re.IGNORECASE
)
_IN_DOI_FIELDS: Final = ("DO", "DI", "L3", "M3", "U2", "UR", "LK", "L2", "AN")
_PMCID: Final = re.compile(r"(?:PMCID:?\s*)?(PMC[0-9]+)", re.IGNORECASE)
_PMID: Final = re.compile(r"(?:PMID:?\s*)?([1-9][0-9]{4,7})", re.IGNORECASE)
_NAMED_PMID: Final = re.compile(
    r"(?:(?:PMID|MEDLINE|PubMed)\s*:?\s*([1-9][0-9]{0,7})|([1-9][0-9]{0,7}) \[pmid\])", re.IGNORECASE
)
_OF_PUBMED: Final = re.compile(r"pubmed|medline|\b(?:cmedm|mdc|mnh|nlm)\b", re.IGNORECASE)
_ISBN: Final = re.compile(r"((?:[0-9]-?){9}[0-9Xx]|97[89]-?(?:[0-9]-?){9}[0-9])(?:\s*\([^()]*\))?")
_ISSN: Final = re.compile(r"([0-9]{4}-?[0-9]{3}[0-9Xx])(?:\s*\(\w+\))?")
_NEXT_NUMBER: Final = re.compile(r"(?<!\s)(?:\s*[;,]\s*|\s+)(?=[0-9])")
_NO_PAGE: Final = re.compile(r"n\.?/?a\.?|no pagination(?: specified)?|-+", re.IGNORECASE)
_NUMBER_OF_ARTICLE: Final = re.compile(r"([A-Za-z]{0,4}[0-9.]{1,15}[A-Za-z]?)")
_NEXT_ADDRESS: Final = re.compile(r"(?<![\s;,|])[\s;,|]+(?=https?://)", re.IGNORECASE)
_FOR_MEMBERS: Final = re.compile(
    r"//[^/]*(?:ebscohost\.com|ovid\.com|proquest\.(?:com|umi)|ezproxy|proxy[.-]|webofscience\.com|embase\.com)|//[^?]*/login"
    r"|scopus\.com/inward|openurl|[?&]url_ver=",
    re.IGNORECASE,
)
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "abstract": ("AB", "N2"), "call-number": ("CN",), "language": ("LA",), "note": ("N1",),
    "number-of-volumes": ("NV",), "publisher": ("PB",), "publisher-place": ("CY", "PP"), "title-short": ("ST",),
}  # fmt: skip


def convert_ris_record(record: TaggedRecord, faults: list[ImportFault]) -> ImportedEntry:
    """The entry of a record; what was likely but not sure is added to ``faults``."""
    kind = record.take_first("TY")
    raw: dict[str, Any] = {"type": _choose_type(kind, record)}
    _set_titles(record, raw)
    _set_people(record, raw, faults)
    _set_dates(record, raw)
    _set_numbers(record, raw)
    _set_identifiers(record, raw)
    _set_address(record, raw)
    for name, tags in _PLAIN.items():
        raw[name] = record.take_first(*tags)
    if raw["type"] in _OF_SOME_KIND:
        raw["genre"] = record.take_first("M3")
    if raw["type"] == "manuscript":
        raw["archive"] = record.take_first("DB")
    if raw["type"] not in _PERIODICALS:
        raw["edition"] = record.take_first("ET")  # of an article, EndNote writes there when it was online
    raw["keyword"] = ", ".join(record.take("KW"))
    key = record.take_first("ID")
    return make_imported_entry(raw, record.leftover, record.lines, key)


def _choose_type(kind: str, record: TaggedRecord) -> str:
    """The type of a work; what a database calls electronic or generic may be a journal's article."""
    known = _TYPES.get(kind.upper(), kind or "document")
    if known not in {"webpage", "document"}:
        return known
    of_journal = any(record.list_values(tag) for tag in ("JF", "JO", "JA", "J2"))
    numbered = any(record.list_values(tag) for tag in ("VL", "IS")) or any(
        _ISSN.fullmatch(each) for each in record.list_values("SN")
    )
    return "article-journal" if numbered and (of_journal or record.list_values("T2")) else known


def _set_titles(record: TaggedRecord, raw: dict[str, Any]) -> None:
    raw["title"] = record.take_first("TI", "T1", "CT") or ("" if raw["type"] in _WITHIN else record.take_first("BT"))
    if record.list_values("TT") and raw["title"].startswith("["):
        raw["original-title"] = record.take_first("TT")
    if raw["type"] in _PERIODICALS:
        _set_journal(record, raw)
        raw["collection-title"] = record.take_first("T3")
    elif raw["type"] in _WITHIN:
        proceedings = [name for name in record.list_values("C3") if not _PMID.fullmatch(name)]
        raw["container-title"] = record.take_first(*(["C3"] if proceedings else []), "T2", "BT", "JF", "JO")
        raw["event-title"] = record.take_first("T2") if proceedings else ""
        raw["container-title-short"] = record.take_first("JO", "JA", "J2")
        raw["collection-title"] = record.take_first("T3")
    else:
        raw["container-title"] = record.take_first("JF", "JO") if raw["type"] == "webpage" else ""
        name = "container-title" if raw["type"] == "webpage" and not raw["container-title"] else "collection-title"
        raw[name] = record.take_first("T2", "T3")


def _set_journal(record: TaggedRecord, raw: dict[str, Any]) -> None:
    """The journal's name and its short one. T2 is another title of the article where a journal is named elsewhere."""
    full, second = record.list_values("JF"), record.list_values("T2")
    brief = [name for tag in ("JO", "JA", "J2") for name in record.list_values(tag)]
    is_journal = (
        second
        and not full
        and all(_is_same_name(name, second[0]) or is_abbreviation(name, second[0]) for name in brief)
    )
    names = [*full, *(second if is_journal else ()), *brief, *record.list_values("BT")]
    raw["container-title"] = names[0] if names else ""
    shorter = [name for name in names if is_abbreviation(name, raw["container-title"])]
    raw["container-title-short"] = shorter[0] if shorter else ""
    known = (raw["container-title"], raw["container-title-short"])
    record.discard(_JOURNALS, lambda name: any(_is_same_name(name, one) for one in known))


def _is_same_name(one: str, other: str) -> bool:
    return re.sub(r"[\W_]+", "", one.casefold()) == re.sub(r"[\W_]+", "", other.casefold())


def _set_people(record: TaggedRecord, raw: dict[str, Any], faults: list[ImportFault]) -> None:
    first = frozenset(record.list_values("A1"))
    record.discard(("AU",), lambda name: name in first)  # ProQuest writes both
    edited = "collection-editor" if raw["type"] not in _WITHIN and not record.list_values("ED") else "editor"
    second = "editor" if raw["type"] in _WITHIN else edited
    for role, tags in (
        ("author", ("A1", "AU")), ("editor", ("ED",)), ("translator", ("A4",)), (second, ("A2",)),
        ("collection-editor", ("A3",)),
    ):  # fmt: skip
        raw[role] = [*raw.get(role, ()), *_read_names(record, tags, faults)]


def _read_names(record: TaggedRecord, tags: Iterable[str], faults: list[ImportFault]) -> list[CslName]:
    names: list[CslName] = []
    for each in record.take_fields(*tags):
        read = parse_names(each.value)
        names += read.names
        if read.by_commas:
            faults.append(
                ImportFault(each.line, f"the names here were read as {len(read.names)} people; check them", lost=False)
            )
    return names


def _set_dates(record: TaggedRecord, raw: dict[str, Any]) -> None:
    """The most exact date that was given; the others are left unless they say the same less exactly."""
    years = [year if "/" in year else expand_year_span(year) for year in record.take("PY", "Y1")]
    days = record.take("DA")
    if years and re.fullmatch("[0-9]{4}", years[0]):
        days = [day if re.search("[0-9]{4}", day) else f"{years[0]} {day}" for day in days]
    dates = [(value, read_date(value) or ReadDate("", whole=False)) for value in (*years, *days)]
    best, known = max(dates, key=lambda each: len(each[1].text), default=("", ReadDate("")))
    raw["issued"] = best
    raw["other dates"] = [
        value for value, date in dates if value != best and not (date.whole and known.text.startswith(date.text))
    ]
    raw["accessed"] = record.take_first("Y2")


def _set_numbers(record: TaggedRecord, raw: dict[str, Any]) -> None:
    raw["volume"], raw["issue"] = record.take_first("VL"), record.take_first("IS", "CP")
    record.discard(("SP", "EP"), _NO_PAGE.fullmatch)
    start, end = record.take_first("SP"), record.take_first("EP")
    raw["page"] = f"{start}-{end}" if start and end and "-" not in start and start != end else start or end
    if start and end and "-" in start and end not in start.split("-"):
        raw["end page"] = end
    if not raw["page"] and raw["type"] in _WITHIN:
        raw["page"] = record.take_matching(_NUMBER_OF_ARTICLE, "C7")
    if raw["type"] in {"report", "standard", "patent", "legislation", "bill"}:
        raw["number"] = record.take_first("M1") or raw.pop("issue")
    if raw["type"] == "book" and raw["page"].isdigit() and not end:
        raw["number-of-pages"] = raw.pop("page")


def _set_identifiers(record: TaggedRecord, raw: dict[str, Any]) -> None:
    raw["DOI"] = record.take_matching(_DOI, *_IN_DOI_FIELDS) or record.take_first("DO")
    record.discard(("L3", "M3", "U2", "DI"), lambda value: _read_doi(value) == raw["DOI"].casefold() != "")
    raw["PMCID"] = record.take_matching(_PMCID, "C2", "C3", "C5", "C6", "AN", "U2")
    raw["PMID"] = _read_pmid(record)
    raw["ISBN"], raw["ISSN"] = _find_number(_ISBN, record), _find_number(_ISSN, record)
    if raw["type"] in {"report", "standard"} and not raw["number"]:
        raw["number"] = record.take_first("SN")


def _find_number(form: re.Pattern[str], record: TaggedRecord) -> str:
    """The first number of this form; a field with several stays. A remark such as "(Print)" is not a number."""
    alone = record.take_matching(form, "SN")
    parts = (part for value in record.list_values("SN") for part in _NEXT_NUMBER.split(value))
    return alone or next((match[1] for part in parts if (match := form.fullmatch(part))), "")


def _read_doi(value: str) -> str:
    match = _DOI.fullmatch(value)
    return match[1].casefold() if match else ""


def _read_pmid(record: TaggedRecord) -> str:
    """The number of the work in PubMed; in AN every database has its own numbers."""
    named = record.take_matching(_NAMED_PMID, *list(record.fields))
    if named:
        return named
    if any(_OF_PUBMED.search(name) for name in (*record.list_values("DB"), *record.list_values("DP"))):
        own = record.take_matching(re.compile("([1-9][0-9]{0,7})"), "AN")
        if own:
            return own
    return record.take_matching(_PMID, "C2", "C3", "C5", "U2")


def _set_address(record: TaggedRecord, raw: dict[str, Any]) -> None:
    """The address readers can open; of several in one field, and of those for members only, the rest is left."""
    given = record.take_fields("UR", "LK")
    addresses = [each._replace(value=one) for each in given for one in _NEXT_ADDRESS.split(each.value)]
    identified = any(raw.get(kind) for kind in ("DOI", "PMID", "PMCID"))
    best = min(addresses, key=lambda each: bool(_FOR_MEMBERS.search(each.value)), default=None)
    if best and not (identified and _FOR_MEMBERS.search(best.value)):
        raw["URL"] = best.value
        addresses.remove(best)
        for kind in (IdentifierKind.PMID, IdentifierKind.PMCID):
            raw[kind] = raw[kind] or (best.value.startswith("http") and parse_identifier(kind, best.value)) or ""
    for each in addresses:
        record.add(each)
