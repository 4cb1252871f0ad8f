"""PubMed Central's summary of an article (``esummary.fcgi?db=pmc&retmode=json``): its other identifiers and details."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.dates import parse_date_words
from citewell.evidence.items.journals import expand_pages
from citewell.evidence.items.people import parse_initials_name
from citewell.evidence.service_api.csl_item import clean_item, drop_if_longer, find_identifier
from citewell.evidence.service_api.json_api import as_mapping, get_text, iterate_list
from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.model.references import IdentifierKind


class PmcSummary(NamedTuple):
    """The PMID of an article, or "", and the article as the summary describes it."""

    pmid: str
    found: KnownWork


def read_summary(answer: Mapping[str, Any], pmcid: str) -> PmcSummary | Absent | Unavailable:
    """The summary of one PMCID in the answer of the service."""
    summary = as_mapping(as_mapping(answer.get("result")).get(pmcid.removeprefix("PMC")))
    if "error" in summary:
        said = get_text(summary.get("error"))
        unknown = "cannot get document summary" in said.lower() or not said
        return Absent() if unknown else Unavailable(f"PubMed Central answered with an error: {said[:200]}")
    title = get_text(summary.get("title"))
    if not title:
        return Unavailable("the response of PubMed Central did not have the expected form")
    pages = drop_if_longer(get_text(summary.get("pages")), 60)
    authors = [as_mapping(one) for one in iterate_list(summary.get("authors"))]
    dates = (get_text(summary.get(name)) for name in ("printpubdate", "pubdate"))
    item = {
        "type": "article-journal",
        "title": re.sub(r"(?<!\.)\.$", "", title),
        "author": [name for one in authors if (name := parse_initials_name(get_text(one.get("name"))))],
        "container-title": get_text(summary.get("fulljournalname")) or get_text(summary.get("source")),
        "container-title-short": get_text(summary.get("source")),
        "issued": next((found for words in dates if (found := parse_date_words(words))), None),
        "volume": drop_if_longer(get_text(summary.get("volume")), 60),
        "issue": drop_if_longer(get_text(summary.get("issue")), 60),
        "page": expand_pages(pages),
        "DOI": _find_other_identifier(summary, IdentifierKind.DOI, "doi"),
        "PMCID": pmcid,
        "URL": make_identifier_url(IdentifierKind.PMCID, pmcid),
    }
    return PmcSummary(_find_other_identifier(summary, IdentifierKind.PMID, "pmid"), KnownWork(clean_item(item)))


def _find_other_identifier(summary: Mapping[str, Any], kind: IdentifierKind, name: str) -> str:
    """Another identifier of the article; "0" means none."""
    ids = [as_mapping(one) for one in iterate_list(summary.get("articleids"))]
    given = [get_text(one.get("value")) for one in ids if get_text(one.get("idtype")) == name]
    return find_identifier(kind, [value for value in given if parse_identifier(kind, value)])
