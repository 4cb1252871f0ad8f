"""PubMed's dates in the forms of CSL.

From NLM's "MEDLINE/PubMed XML Element Descriptions and their Attributes".
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from citewell.evidence.services.dates import CslDate, from_numbers, from_words
from citewell.evidence.services.xml_tree import at


def date_of(element: Element | None) -> CslDate | None:
    """The date of a ``PubDate``, an ``ArticleDate`` or the like: in parts, or as ``MedlineDate`` in words."""
    if element is None:
        return None
    year, month, day = at(element, "Year"), at(element, "Month"), at(element, "Day")
    if not year:
        return from_words(at(element, "MedlineDate"))
    if month.isdigit():
        known = from_numbers([year, month, day])
        return {"date-parts": [known]} if known else None
    return from_words(f"{year} {month or at(element, 'Season')} {day}")


def issued(article: Element) -> tuple[CslDate | None, CslDate | None]:
    """The date by which an article is cited, and that of its appearing online where it is another.

    The first is the issue's, but the article's own where ``PubModel`` says that it only appeared online.
    """
    online = date_of(article.find("ArticleDate"))
    issue = date_of(article.find("Journal/JournalIssue/PubDate"))
    if article.get("PubModel", "").startswith("Electronic") and online:
        issue = online
    first = issue or online
    return first, online if online != first else None
