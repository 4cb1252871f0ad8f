"""Looking for a pinned quote in the text of its page."""

from __future__ import annotations

from datetime import date

from citewell.evidence.quotes.fuzzy_match import find_nearest_passage
from citewell.evidence.quotes.quote_match import ComparableText, find_words, make_comparable, split_at_ellipses
from citewell.model.evidence import LockedQuote, QuoteVerdict


def find_quote(quote: str, text: str, today: date) -> LockedQuote:
    """The result of looking for a quote in a page's text.

    Found if its words are there, whatever typesetting did to them. Changed if a very similar passage is:
    ``says`` is that passage, in whole words. A word, a number or a "not" that differs makes it changed. Else missing.
    The caller adds the fragment.
    """
    page = make_comparable(text)
    if next(find_words(quote, page), None):
        return LockedQuote(quote, QuoteVerdict.FOUND, today)
    says = _quote_page(split_at_ellipses(quote), page)
    return LockedQuote(quote, QuoteVerdict.CHANGED if says else QuoteVerdict.MISSING, today, says=says)


def _quote_page(parts: list[str], page: ComparableText) -> str:
    """What the page has in place of a quote: the passage most like each of its parts, or ""."""
    passages = [find_nearest_passage(part, page) for part in parts]
    if not passages or not all(passages):
        return ""
    if len(parts) > 1 and all(next(find_words(part, page), None) for part in parts):
        return " [elsewhere] ".join(passages)  # all there, but not in this order, or too far apart
    return " … ".join(passages)
