"""Whether two quotes are versions of one, so that a word of it was most likely changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from citewell.model.evidence import plain_quote

_ALIKE: Final = 0.6  # of the words or letters: one word of three may differ, or one of two that keeps most letters
_SHORT: Final = 3  # words, of which one that differs is most of the quote
_MOST: Final = 400  # words that are compared; quotes are short, but what a lock holds may be anything


def alike(one: str, other: str) -> bool:
    """Whether most of the words of two quotes are the same, or of the letters where there are few words.

    Two that differ only in white space and the form of quotation marks are no versions, but one quote.
    """
    ours, theirs = plain_quote(one).casefold().split()[:_MOST], plain_quote(other).casefold().split()[:_MOST]
    if not ours or not theirs or plain_quote(one) == plain_quote(other):
        return False
    words = SequenceMatcher(None, ours, theirs, autojunk=False)
    if words.quick_ratio() >= _ALIKE and words.ratio() >= _ALIKE:
        return True
    letters = SequenceMatcher(None, " ".join(ours), " ".join(theirs), autojunk=False)
    return len(ours) <= _SHORT and letters.quick_ratio() >= _ALIKE and letters.ratio() >= _ALIKE
