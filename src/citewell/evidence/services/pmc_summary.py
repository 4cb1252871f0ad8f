"""PubMed Central's summary of an article (``esummary.fcgi?db=pmc&retmode=json``): its other identifiers and details."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.journals import whole_pages
from citewell.evidence.items.people import from_initials
from citewell.evidence.services.csl_item import complete, identifier, short
from citewell.evidence.services.dates import from_words
from citewell.evidence.services.json_api import each, mapping, text
from citewell.evidence.services.results import Absent, Found, Unavailable
from citewell.model.references import IdentifierKind


class Summary(NamedTuple):
    """The PMID of an article, or nothing, and the article as the summary describes it."""

    pmid: str
    found: Found


def read(answer: Mapping[str, Any], pmcid: str) -> Summary | Absent | Unavailable:
    """The summary of one PMCID in the answer of the service."""
    summary = mapping(mapping(answer.get("result")).get(pmcid.removeprefix("PMC")))
    if "error" in summary:
        said = text(summary.get("error"))
        unknown = "cannot get document summary" in said.lower() or not said
        return Absent() if unknown else Unavailable(f"PubMed Central answered with an error: {said[:200]}")
    title = text(summary.get("title"))
    if not title:
        return Unavailable("the answer of PubMed Central was not in the form it should have")
    pages = short(text(summary.get("pages")), 60)
    authors = [mapping(one) for one in each(summary.get("authors"))]
    item = {
        "type": "article-journal",
        "title": re.sub(r"(?<!\.)\.$", "", title),
        "author": [name for one in authors if (name := from_initials(text(one.get("name"))))],
        "container-title": text(summary.get("fulljournalname")) or text(summary.get("source")),
        "container-title-short": text(summary.get("source")),
        "issued": from_words(text(summary.get("printpubdate"))) or from_words(text(summary.get("pubdate"))),
        "volume": short(text(summary.get("volume")), 60),
        "issue": short(text(summary.get("issue")), 60),
        "page": whole_pages(pages),
        "DOI": _other(summary, IdentifierKind.DOI, "doi"),
        "PMCID": pmcid,
        "URL": make_identifier_url(IdentifierKind.PMCID, pmcid),
    }
    return Summary(_other(summary, IdentifierKind.PMID, "pmid"), Found(complete(item)))


def _other(summary: Mapping[str, Any], kind: IdentifierKind, name: str) -> str:
    """Another identifier of the article; "0" stands for none."""
    ids = [mapping(one) for one in each(summary.get("articleids"))]
    given = [text(one.get("value")) for one in ids if text(one.get("idtype")) == name]
    return identifier(kind, [value for value in given if parse_identifier(kind, value)])
