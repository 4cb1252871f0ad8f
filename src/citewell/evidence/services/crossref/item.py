"""Crossref's description of a work as a CSL item.

The fields are those of the REST API's ``works`` route ("API JSON format" in Crossref's documentation). DOI content
negotiation gives CSL JSON with the same names, but for lists where CSL has texts; both are read here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from citewell.evidence.items.dates import CslDate, from_parts
from citewell.evidence.items.people import CslName, body, person
from citewell.evidence.rich_text.tags import abstract
from citewell.evidence.service_api.csl_item import complete, doi_address, identifier, language, short
from citewell.evidence.service_api.json_api import each, mapping, text
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
"""Variables that stand under CSL's name."""
_OTHER_NAMES: Final = (
    ("page", "article-number"),
    ("edition", "edition-number"),
    ("publisher-place", "publisher-location"),
    ("container-title-short", "short-container-title"),
    ("number", "report-number"),
)
"""Variables that Crossref calls by another name, where they are not under CSL's."""
_PEOPLE: Final = ("author", "editor", "translator", "chair", "collection-editor", "container-author", "compiler")
_ARXIV: Final = "10.48550/"


def read_item(message: Mapping[str, Any]) -> dict[str, Any]:
    """The CSL item of a work."""
    kind = text(message.get("type"))
    csl_type = kind if kind in TYPES else TYPES_IN_CSL.get(kind, "document")
    found: dict[str, Any] = {"type": csl_type, "title": _title(message)}
    found |= {role: _names(message.get(role)) for role in _PEOPLE}
    found |= _dates(message)
    found |= {name: short(text(message.get(name)), 300) for name in _SAME}
    found |= _containers(message, csl_type)
    for name, other in _OTHER_NAMES:
        found[name] = found.get(name) or short(text(message.get(other)), 300)
    found |= _house(message, kind)
    found |= _event(mapping(message.get("event")))
    doi = identifier(IdentifierKind.DOI, message.get("DOI"))
    found |= {
        "DOI": doi,
        "ISSN": short(text(message.get("ISSN")), 20),
        "ISBN": identifier(IdentifierKind.ISBN, _isbns(message)),
        "language": short(language(text(message.get("language"))), 35),
        "abstract": _abstract(message),
        "URL": doi_address(doi) or identifier(IdentifierKind.URL, message.get("URL")),
    }
    if work_kind(message) == "preprint":
        found["genre"] = "Preprint"
    return complete(found)


def work_kind(message: Mapping[str, Any]) -> str | None:
    """Citewell's word for the sort of work, where Crossref says it: only preprints; arXiv holds nothing else."""
    if text(message.get("type")) == "posted-content" and text(message.get("subtype")) == "preprint":
        return "preprint"
    return "preprint" if text(message.get("DOI")).lower().startswith(_ARXIV) else None


def _title(message: Mapping[str, Any]) -> str:
    """Title and subtitle; some publishers deposit the subtitle with both."""
    title, subtitle = text(message.get("title")), text(message.get("subtitle"))
    if not subtitle or subtitle.lower() in title.lower():
        return title
    if title.lower() in subtitle.lower():
        return subtitle
    return f"{title}{'' if title[-1:] in '?!:' else ':'} {subtitle}"


def _containers(message: Mapping[str, Any], csl_type: str) -> dict[str, str]:
    """What the work is in. Of a chapter in a series Crossref names the series first, then the book."""
    names = [name for one in each(message.get("container-title")) if (name := text(one))]
    if len(names) > 1 and csl_type in {"chapter", "paper-conference"}:
        return {"container-title": names[-1], "collection-title": names[0]}
    if not names and text(message.get("type")) == "posted-content":
        return {"container-title": text(mapping(_first(message.get("institution"))).get("name"))}
    return {"container-title": names[0] if names else ""}


def _house(message: Mapping[str, Any], kind: str) -> dict[str, str]:
    """Of a thesis the university and the degree, of a standard the body that set it."""
    if kind == "dissertation":
        school = mapping(_first(message.get("institution")))
        house = {"publisher": text(school.get("name")), "publisher-place": text(school.get("place"))}
        return {name: words for name, words in house.items() if words} | {"genre": text(message.get("degree"))}
    set_by = text(mapping(message.get("standards-body")).get("name")) if kind == "standard" else ""
    return {"publisher": set_by} if set_by else {}


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    if not event:
        return {}
    where = {"event-title": text(event.get("name")), "event-place": text(event.get("location"))}
    return where | {"event-date": from_parts(event.get("start"))}


def _dates(message: Mapping[str, Any]) -> dict[str, CslDate | None]:
    """The date of print, as NLM style cites a journal's article, else that of appearing online or being posted."""
    online = from_parts(message.get("published-online"))
    names = ("published-print", "issued", "published", "published-online", "posted")
    issued = next((found for name in names if (found := from_parts(message.get(name)))), None)
    return {
        "issued": issued,
        "available-date": online if online != issued else None,
        "original-date": from_parts(message.get("original-date")),
    }


def _isbns(message: Mapping[str, Any]) -> list[str]:
    """The ISBNs; older records have them as addresses of ``id.crossref.org``."""
    return [text(one).rpartition("/")[2] for one in each(message.get("ISBN"))]


def _abstract(message: Mapping[str, Any]) -> str:
    first = _first(message.get("abstract"))
    return abstract(first) if isinstance(first, str) else ""


def _first(value: object) -> object:
    return next(each(value), None)


def _names(value: object) -> list[CslName]:
    """The names of a list of contributors (``family``, ``given``, ``suffix``, or ``name``); CSL's own names too."""
    return [found for one in each(value) if (found := _name(mapping(one)))]


def _name(one: Mapping[str, Any]) -> CslName | None:
    family, given = text(one.get("family")), text(one.get("given"))
    if not family and not given:
        return body(text(one.get("literal")) or text(one.get("name")))
    name = person(family, given, text(one.get("suffix")))
    for particle in ("non-dropping-particle", "dropping-particle"):
        words = text(one.get(particle))
        if name and words:
            name[particle] = words
    return name
