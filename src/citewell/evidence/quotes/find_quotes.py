"""Looking for a pinned quote in the text of its page."""

from __future__ import annotations

from datetime import date

from citewell.evidence.quotes.fuzzy_match import nearest
from citewell.evidence.quotes.quote_match import Plain, find, parts_of, plain
from citewell.model.evidence import LockedQuote, QuoteVerdict


def look_for(quote: str, text: str, today: date) -> LockedQuote:
    """What came of looking for a quote in a page's text.

    Found when its words stand there, whatever typesetting did to them. Changed when a passage much like it does:
    ``says`` is that passage, in whole words. A word, a number or a "not" that differs makes it changed. Else missing.
    The caller adds the fragment.
    """
    page = plain(text)
    if next(find(quote, page), None):
        return LockedQuote(quote, QuoteVerdict.FOUND, today)
    says = _says(parts_of(quote), page)
    return LockedQuote(quote, QuoteVerdict.CHANGED if says else QuoteVerdict.MISSING, today, says=says)


def _says(parts: list[str], page: Plain) -> str:
    """What the page says in place of a quote: each of its parts as it stands there, or nothing."""
    passages = [nearest(part, page) for part in parts]
    if not passages or not all(passages):
        return ""
    if len(parts) > 1 and all(next(find(part, page), None) for part in parts):
        return " [elsewhere] ".join(passages)  # all there, but not in this order, or too far apart
    return " … ".join(passages)
