"""The notices about an article in PubMed's record.

``CommentsCorrectionsList`` links an article with others, and ``RefType`` gives the direction: *In* (``RetractionIn``)
is on the article and leads to its notice; *Of*, *For* and *From* are on the notice. Only the first kind says something
of the work itself. NLM counts addenda and corrigenda as errata; a republication (``RepublishedIn``) is a reprint, and
says nothing against the work ("Errata, Retractions, and Other Linked Citations in PubMed").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from citewell.citations.identifiers import parse_identifier
from citewell.citations.title_notices import PARTLY, REPLACED
from citewell.evidence.items.dates import format_iso, parse_date_words
from citewell.evidence.notices import find_notices_in_title
from citewell.evidence.service_api.xml_tree import element_text, text_at
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

PUBMED: Final = "PubMed"
LINK_KINDS: Final[Mapping[str, tuple[NoticeKind, str]]] = {
    "RetractionIn": (NoticeKind.RETRACTION, ""),
    "RetractedandRepublishedIn": (NoticeKind.RETRACTION, REPLACED),
    "PartialRetractionIn": (NoticeKind.CONCERN, PARTLY),  # until 2016
    "ExpressionOfConcernIn": (NoticeKind.CONCERN, ""),
    "CorrectedandRepublishedIn": (NoticeKind.SUPERSEDED, "it was corrected and published again"),
    "UpdateIn": (NoticeKind.SUPERSEDED, "it was brought up to date"),
    "ErratumIn": (NoticeKind.CORRECTION, ""),
}
"""The kind of notice for each link from an article."""
_OF_NOTICES: Final = frozenset({"Retraction of Publication", "Retraction Notice"})
_DOI: Final = re.compile(r"\bdoi:\s*(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?<![0-9])([12][0-9]{3}(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: [0-9]{1,2})?)?)(?=[;:. ]|$)")


def read_notices(citation: Element, types: frozenset[str]) -> tuple[Notice, ...]:
    """The notices about the article of a ``MedlineCitation`` with these publication types."""
    links = list(citation.iterfind("CommentsCorrectionsList/CommentsCorrections"))
    found = list(_read_linked(links))
    if not any(notice.kind is NoticeKind.RETRACTION for notice in found):
        found += _read_marked(citation, types, {link.get("RefType", "") for link in links})
    return tuple(dict.fromkeys(found))


def _read_linked(links: list[Element]) -> Iterator[Notice]:
    for link in links:
        known = LINK_KINDS.get(link.get("RefType", ""))
        if known:
            yield make_cited_notice(known, text_at(link, "RefSource"), text_at(link, "PMID"))


def make_cited_notice(known: tuple[NoticeKind, str], source: str, pmid: str = "") -> Notice:
    """The notice of a kind, with a reason, that PubMed cites as ``J Test. 2020 Jan;1(1):1. doi: 10.…``."""
    kind, reason = known
    number = parse_identifier(IdentifierKind.PMID, pmid) or ""
    return Notice(kind, PUBMED, published=_find_date(source), doi=_find_doi(source), pmid=number, reason=reason)


def _read_marked(citation: Element, types: frozenset[str], links: set[str]) -> list[Notice]:
    """A retraction that is only marked: by the type "Retracted Publication", or in the title of a work."""
    if "Retracted Publication" in types:
        return [Notice(NoticeKind.RETRACTION, PUBMED)]
    if types & _OF_NOTICES or "RetractionOf" in links:
        return []
    return find_notices_in_title(element_text(citation.find("Article/ArticleTitle")), PUBMED)


def _find_doi(source: str) -> str:
    """The DOI in a citation such as ``BMJ. 2014 Jan 8;348:g10. doi: 10.1136/bmj.g10.``."""
    match = _DOI.search(source)
    return (parse_identifier(IdentifierKind.DOI, match[1].rstrip(".,;:")) or "") if match else ""


def _find_date(source: str) -> str:
    """The date in such a citation; not the first number, since journals have years in their names."""
    dates = [match[1] for match in _WHEN.finditer(_DOI.sub("", source)[:500])]
    worded = [one for one in dates if " " in one]
    return format_iso(parse_date_words((worded or dates or [""])[0]))
