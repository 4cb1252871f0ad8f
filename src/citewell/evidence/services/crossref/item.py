"""Crossref's description of a work as a CSL item.

The fields are those of the REST API's ``works`` route ("API JSON format" in Crossref's documentation). DOI content
negotiation gives CSL JSON with the same names, but for lists where CSL has texts; both are read here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from citewell.evidence.items.dates import CslDate, parse_csl_date
from citewell.evidence.items.people import CslName, make_organisation, make_person
from citewell.evidence.rich_text.tags import abstract_to_text
from citewell.evidence.service_api.csl_item import (
    clean_item,
    convert_doi_to_url,
    drop_if_longer,
    find_identifier,
    find_language,
)
from citewell.evidence.service_api.json_api import as_mapping, get_text, iterate_list
from citewell.model.csl_variables import TYPES
from citewell.model.references import IdentifierKind

TYPES_IN_CSL: Final = {
    "journal-article": "article-journal",
    "book": "book",
    "book-set": "book",
    "book-series": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "proceedings-series": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "proceedings-article": "paper-conference",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "standard": "standard",
    "standard-series": "standard",
    "dissertation": "thesis",
    "dataset": "dataset",
    "database": "dataset",
    "posted-content": "article",
    "peer-review": "review",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
}
"""CSL's type for each of Crossref's (its route ``/types``); what is not here is a ``document``."""

_SAME: Final = (
    "volume",
    "issue",
    "page",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "edition",
    "version",
    "chapter-number",
    "part-number",
    "supplement-number",
    "collection-number",
    "collection-title",
    "container-title-short",
    "event-title",
    "event-place",
    "genre",
    "medium",
    "original-title",
    "publisher",
    "publisher-place",
)
"""Variables that Crossref calls by CSL's name."""
_OTHER_NAMES: Final = (
    ("page", "article-number"),
    ("edition", "edition-number"),
    ("publisher-place", "publisher-location"),
    ("container-title-short", "short-container-title"),
    ("number", "report-number"),
)
"""Variables that Crossref calls by another name, if CSL's name is missing."""
_PEOPLE: Final = ("author", "editor", "translator", "chair", "collection-editor", "container-author", "compiler")
_ARXIV: Final = "10.48550/"


def read_item(message: Mapping[str, Any]) -> dict[str, Any]:
    """The CSL item of a work."""
    kind = get_text(message.get("type"))
    csl_type = kind if kind in TYPES else TYPES_IN_CSL.get(kind, "document")
    found: dict[str, Any] = {"type": csl_type, "title": _read_title(message)}
    found |= {role: _read_names(message.get(role)) for role in _PEOPLE}
    found |= _read_dates(message)
    found |= {name: drop_if_longer(get_text(message.get(name)), 300) for name in _SAME}
    found |= _read_containers(message, csl_type)
    for name, other in _OTHER_NAMES:
        found[name] = found.get(name) or drop_if_longer(get_text(message.get(other)), 300)
    found |= _read_publisher(message, kind)
    found |= _read_event(as_mapping(message.get("event")))
    doi = find_identifier(IdentifierKind.DOI, message.get("DOI"))
    found |= {
        "DOI": doi,
        "ISSN": drop_if_longer(get_text(message.get("ISSN")), 20),
        "ISBN": find_identifier(IdentifierKind.ISBN, _read_isbns(message)),
        "language": drop_if_longer(find_language(get_text(message.get("language"))), 35),
        "abstract": _read_abstract(message),
        "URL": convert_doi_to_url(doi) or find_identifier(IdentifierKind.URL, message.get("URL")),
    }
    if find_work_kind(message) == "preprint":
        found["genre"] = "Preprint"
    return clean_item(found)


def find_work_kind(message: Mapping[str, Any]) -> str | None:
    """Citewell's word for the type of work, if Crossref states it: only preprints; everything in arXiv is one."""
    if get_text(message.get("type")) == "posted-content" and get_text(message.get("subtype")) == "preprint":
        return "preprint"
    return "preprint" if get_text(message.get("DOI")).lower().startswith(_ARXIV) else None


def _read_title(message: Mapping[str, Any]) -> str:
    """Title and subtitle; some publishers deposit the subtitle with both."""
    title, subtitle = get_text(message.get("title")), get_text(message.get("subtitle"))
    if not subtitle or subtitle.lower() in title.lower():
        return title
    if title.lower() in subtitle.lower():
        return subtitle
    return f"{title}{'' if title[-1:] in '?!:' else ':'} {subtitle}"


def _read_containers(message: Mapping[str, Any], csl_type: str) -> dict[str, str]:
    """What the work is in. Of a chapter in a series Crossref names the series first, then the book."""
    names = [name for one in iterate_list(message.get("container-title")) if (name := get_text(one))]
    if len(names) > 1 and csl_type in {"chapter", "paper-conference"}:
        return {"container-title": names[-1], "collection-title": names[0]}
    if not names and get_text(message.get("type")) == "posted-content":
        return {"container-title": get_text(as_mapping(_take_first(message.get("institution"))).get("name"))}
    return {"container-title": names[0] if names else ""}


def _read_publisher(message: Mapping[str, Any], kind: str) -> dict[str, str]:
    """Of a thesis the university and the degree, of a standard the body that set it."""
    if kind == "dissertation":
        school = as_mapping(_take_first(message.get("institution")))
        house = {
            "publisher": get_text(school.get("name")),
            "publisher-place": get_text(school.get("place")),
        }
        return {name: words for name, words in house.items() if words} | {"genre": get_text(message.get("degree"))}
    set_by = get_text(as_mapping(message.get("standards-body")).get("name")) if kind == "standard" else ""
    return {"publisher": set_by} if set_by else {}


def _read_event(event: Mapping[str, Any]) -> dict[str, Any]:
    if not event:
        return {}
    where = {"event-title": get_text(event.get("name")), "event-place": get_text(event.get("location"))}
    return where | {"event-date": parse_csl_date(event.get("start"))}


def _read_dates(message: Mapping[str, Any]) -> dict[str, CslDate | None]:
    """The date of print, as NLM style cites a journal's article, else that of appearing online or being posted."""
    online = parse_csl_date(message.get("published-online"))
    names = ("published-print", "issued", "published", "published-online", "posted")
    issued = next((found for name in names if (found := parse_csl_date(message.get(name)))), None)
    return {
        "issued": issued,
        "available-date": online if online != issued else None,
        "original-date": parse_csl_date(message.get("original-date")),
    }


def _read_isbns(message: Mapping[str, Any]) -> list[str]:
    """The ISBNs; older records have them as addresses of ``id.crossref.org``."""
    return [get_text(one).rpartition("/")[2] for one in iterate_list(message.get("ISBN"))]


def _read_abstract(message: Mapping[str, Any]) -> str:
    first = _take_first(message.get("abstract"))
    return abstract_to_text(first) if isinstance(first, str) else ""


def _take_first(value: object) -> object:
    return next(iterate_list(value), None)


def _read_names(value: object) -> list[CslName]:
    """The names of a list of contributors (``family``, ``given``, ``suffix``, or ``name``); CSL's own names too."""
    return [found for one in iterate_list(value) if (found := _read_name(as_mapping(one)))]


def _read_name(one: Mapping[str, Any]) -> CslName | None:
    family, given = get_text(one.get("family")), get_text(one.get("given"))
    if not family and not given:
        return make_organisation(get_text(one.get("literal")) or get_text(one.get("name")))
    name = make_person(family, given, get_text(one.get("suffix")))
    for particle in ("non-dropping-particle", "dropping-particle"):
        words = get_text(one.get(particle))
        if name and words:
            name[particle] = words
    return name
