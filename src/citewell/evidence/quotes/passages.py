"""The passage around a pinned quote on its page: short enough to quote, long enough to show whom it is about."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

from citewell.evidence.quotes.quote_match import FORMULA, LOWERED, NOTE, RAISED, find_words, make_comparable
from citewell.model.evidence import LONGEST_PASSAGE, PASSAGE_VERSION, QuotedPassage

_NOTE: Final = re.compile(rf"{NOTE}[^{NOTE}\n]{{0,60}}{NOTE}")
_MARKS: Final = str.maketrans("", "", f"{NOTE}{RAISED}{LOWERED}{FORMULA}\u00ad")
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s+|\n")
_DIGITS: Final = 16
_AROUND: Final = LONGEST_PASSAGE  # characters before and after the quote that are looked at


def find_passage(quote: str, text: str) -> QuotedPassage | None:
    """The sentences of a page around a quote, at most 300 characters; ``None`` where the page does not have it.

    Whole sentences, as far as there is room: the one that the quote is in, then the one before it. A longer one is cut
    at a word.
    """
    page = make_comparable(text)
    place = next(find_words(quote, page), None)
    if place is None:
        return None
    start, end = place
    begin = max(0, start - _AROUND)
    before = [begin, *(begin + found.end() for found in _SENTENCE_END.finditer(page.original[begin:start]))]
    close = _SENTENCE_END.search(page.original, end, end + _AROUND)
    last = close.end() if close else min(len(page.original), end + _AROUND)
    is_whole = len(before) > 1 and (before[-2] > begin or begin == 0)
    first = before[-2] if is_whole else before[-1]
    choices = [_tidy(page.original[each:last]) for each in (first, before[-1], start)]
    words = next((each for each in choices if len(each) <= LONGEST_PASSAGE), _cut(choices[-1]))
    return QuotedPassage(PASSAGE_VERSION, words, sha256(words.encode()).hexdigest()[:_DIGITS])


def _tidy(text: str) -> str:
    plain = _NOTE.sub("", text).translate(_MARKS)
    return " ".join("".join(each if each.isprintable() else " " for each in plain).split())


def _cut(text: str) -> str:
    if len(text) <= LONGEST_PASSAGE:
        return text
    return text[: LONGEST_PASSAGE - 2].rpartition(" ")[0] + " …"
