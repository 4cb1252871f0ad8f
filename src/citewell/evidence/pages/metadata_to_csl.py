"""What JSON-LD and ``<meta>`` say of a work, as CSL variables. Both are anyone's text: odd values are passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from citewell.evidence.items.dates import parse_date_words
from citewell.evidence.items.people import (
    CslName,
    make_organisation,
    make_person,
    parse_display_name,
    parse_displayed_names,
)
from citewell.evidence.pages.structured import list_types
from citewell.evidence.service_api.csl_item import find_identifier, find_language
from citewell.model.references import IdentifierKind

#: schema.org's types whose works CSL has a word for; all others are web pages.
_TYPES: Final = {
    "scholarlyarticle": "article-journal",
    "medicalscholarlyarticle": "article-journal",
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "blogposting": "post-weblog",
    "book": "book",
    "chapter": "chapter",
    "dataset": "dataset",
    "report": "report",
    "thesis": "thesis",
    "medicalguideline": "report",
}
_MOST_NAMES: Final = 200
_TEXTS: Final = {
    "title": ("citation_title", "dc.title", "og:title", "twitter:title"),
    "container-title": (
        *("citation_journal_title", "citation_inbook_title", "citation_conference_title"),
        *("og:site_name", "application-name"),
    ),
    "publisher": ("citation_publisher", "dc.publisher", "citation_technical_report_institution", "article:publisher"),
    "volume": ("citation_volume",),
    "issue": ("citation_issue",),
    "ISSN": ("citation_issn",),
    "language": ("citation_language", "dc.language", "og:locale"),
    "abstract": ("citation_abstract", "dc.description", "dc.abstract", "og:description", "description"),
}
_PUBLISHED: Final = ("citation_publication_date", "citation_date", "citation_online_date", "citation_cover_date")
_DATES: Final = (*_PUBLISHED, "dc.issued", "dc.date", "dc.created", "article:published_time", "datepublished", "date")
_MODIFIED: Final = ("dc.modified", "article:modified_time", "og:updated_time", "last-modified", "datemodified")

Csl = dict[str, Any]


def convert_json_ld(work: Mapping[str, Any]) -> Csl:
    """The CSL variables of a JSON-LD work. A page, unlike an article, is as old as its last change."""
    page = not list_types(dict(work)) & _TYPES.keys()
    dates = ("dateModified", "lastReviewed", "datePublished") if page else ("datePublished", "dateModified")
    part_of = work.get("isPartOf")
    item: Csl = {
        "type": next((_TYPES[kind] for kind in sorted(list_types(dict(work))) if kind in _TYPES), "webpage"),
        "title": _read_text(work.get("headline")) or _read_text(work.get("name")),
        "author": [name for each in _to_list(work.get("author")) for name in _read_names(each)],
        "publisher": _read_name(work.get("publisher")),
        "container-title": _find_journal(part_of),
        "issued": next((found for name in dates if (found := _read_date(work.get(name)))), None),
        "language": _read_text(work.get("inLanguage")) or _read_name(work.get("inLanguage")),
        "abstract": _read_text(work.get("abstract")) or _read_text(work.get("description")),
        "volume": _find_in_parents(part_of, "volumeNumber"),
        "issue": _find_in_parents(part_of, "issueNumber"),
        "page": _read_text(work.get("pagination"))
        or _join_pages(_read_text(work.get("pageStart")), _read_text(work.get("pageEnd"))),
    }
    item.update(
        _read_identifiers([*_to_list(work.get("identifier")), work.get("sameAs"), work.get("@id"), work.get("doi")])
    )
    item["ISBN"] = find_identifier(IdentifierKind.ISBN, _read_text(work.get("isbn")))
    return _drop_malformed(item)


def convert_meta_tags(tags: Mapping[str, Sequence[str]]) -> Csl:
    """The CSL variables from ``<meta>`` tags."""
    item: Csl = {name: next((tags[tag][0] for tag in among if tags.get(tag)), "") for name, among in _TEXTS.items()}
    if not tags.get("citation_title"):
        item["type"] = "post-weblog" if tags.get("og:type") == ["blog"] else "webpage"
    else:
        item["type"] = "article-journal" if tags.get("citation_journal_title") else _type_of_unpublished(tags)
    authors = tags.get("citation_author") or tags.get("citation_authors", ())[:1] or tags.get("dc.creator") or ()
    item["author"] = [name for each in authors[:_MOST_NAMES] for name in parse_displayed_names(each)][:_MOST_NAMES]
    dates = _DATES if item["type"] != "webpage" else (*_MODIFIED, *_DATES)
    item["issued"] = next(
        (found for tag in dates for words in tags.get(tag, ())[:1] if (found := _read_date(words))), None
    )
    first, last = (next(iter(tags.get(name, ())), "") for name in ("citation_firstpage", "citation_lastpage"))
    item["page"] = _join_pages(first, last)
    item["DOI"] = find_identifier(
        IdentifierKind.DOI, [*tags.get("citation_doi", ()), *tags.get("dc.identifier", ())][:5]
    )
    item["PMID"] = find_identifier(IdentifierKind.PMID, list(tags.get("citation_pmid", ()))[:1])
    item["ISBN"] = find_identifier(IdentifierKind.ISBN, list(tags.get("citation_isbn", ()))[:3])
    return _drop_malformed(item)


def _type_of_unpublished(tags: Mapping[str, Sequence[str]]) -> str:
    if tags.get("citation_inbook_title"):
        return "chapter"
    if tags.get("citation_isbn"):
        return "book"
    return "report" if tags.get("citation_technical_report_institution") else "article-journal"


def _drop_malformed(item: Csl) -> Csl:
    item["language"] = find_language(item.get("language") or "")
    if re.match(r"https?:", item.get("publisher") or ""):
        item["publisher"] = ""
    return {name: value for name, value in item.items() if value}


def _to_list(value: Any) -> list[Any]:
    return value[:_MOST_NAMES] if isinstance(value, list) else [value]


def _read_text(value: Any) -> str:
    """A text, or the text of JSON-LD's ``{"@value": …}``; a list's first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**9 else ""
    return " ".join(value[:10_000].split()) if isinstance(value, str) else ""


def _read_name(value: Any) -> str:
    """The name of a thing: of an object that has one, or a text itself."""
    first = value[0] if isinstance(value, list) and value else value
    return _read_text(first.get("name")) if isinstance(first, dict) else _read_text(first)


def _read_names(value: Any) -> list[CslName]:
    if not isinstance(value, dict):
        words = _read_text(value)
        return (
            parse_displayed_names(words)
            if words and not words.startswith(("http:", "https:")) and len(words) < 200
            else []
        )
    if _read_text(value.get("familyName")):
        name = make_person(_read_text(value.get("familyName")), _read_text(value.get("givenName")))
    else:
        words = _read_text(value.get("name"))[:200]
        name = parse_display_name(words) if "person" in list_types(value) else make_organisation(words)
    return [name] if name else []


def _find_journal(part_of: Any) -> str:
    """The journal at the end of issue and volume, or the site that a page is part of."""
    for _ in range(4):
        if isinstance(part_of, list):
            part_of = part_of[0] if part_of else None
        if not isinstance(part_of, dict):
            break
        if not list_types(part_of) & {"publicationissue", "publicationvolume"}:
            return _read_text(part_of.get("name"))
        part_of = part_of.get("isPartOf")
    return ""


def _find_in_parents(part_of: Any, name: str) -> str:
    for _ in range(4):
        if not isinstance(part_of, dict):
            break
        if _read_text(part_of.get(name)):
            return _read_text(part_of.get(name))
        part_of = part_of.get("isPartOf")
    return ""


def _read_date(value: Any) -> Any:
    return parse_date_words(words) if (words := _read_text(value)) and re.search(r"\d{4}", words) else None


def _join_pages(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last else first


def _read_identifiers(values: Sequence[Any]) -> dict[str, str]:
    """DOI, PMID and PMCID among what JSON-LD calls identifiers: texts, addresses, or ``PropertyValue`` objects."""
    found: dict[str, str] = {}
    for value in values[:20]:
        named = _read_text(value.get("propertyID")).lower() if isinstance(value, dict) else ""
        text = _read_text(value.get("value")) if isinstance(value, dict) else _read_text(value)
        host = urlsplit(text).hostname or "" if text.startswith("http") and "[" not in text else ""
        if named.endswith("doi") or host.endswith("doi.org") or text.lower().startswith(("doi:", "10.")):
            found.setdefault("DOI", find_identifier(IdentifierKind.DOI, text))
        elif named.endswith(("pmid", "pubmed")) or text.lower().startswith("pmid:"):
            found.setdefault("PMID", find_identifier(IdentifierKind.PMID, text))
        elif named.endswith("pmcid"):
            found.setdefault("PMCID", find_identifier(IdentifierKind.PMCID, text))
    return found
