"""PubMed's dates in the forms of CSL.

From NLM's "MEDLINE/PubMed XML Element Descriptions and their Attributes".
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from citewell.evidence.items.dates import read_date
from citewell.evidence.services.dates import CslDate, from_numbers, from_words
from citewell.evidence.services.xml_tree import at

_MONTH: Final = re.compile(r"[12][0-9]{3} [A-Z][a-z]{2}\b")


def date_of(element: Element | None) -> CslDate | None:
    """The date of a ``PubDate``, an ``ArticleDate`` or the like: in parts, or as ``MedlineDate`` in words."""
    if element is None:
        return None
    year, month, day = at(element, "Year"), at(element, "Month"), at(element, "Day")
    if not year:
        return _medline_date(at(element, "MedlineDate"))
    if month.isdigit():
        known = from_numbers([year, month, day])
        return {"date-parts": [known]} if known else None
    return from_words(f"{year} {month or at(element, 'Season')} {day}")


def _medline_date(given: str) -> CslDate | None:
    """A date in words (``2000 Nov-Dec``); of one that is not read whole (``2000 Nov 15-30``) the month it begins in."""
    found = read_date(given)
    month = _MONTH.match(given)
    return from_words(month[0] if month and not (found and found.whole) else given)


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
