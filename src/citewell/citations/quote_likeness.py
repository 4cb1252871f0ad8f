"""Whether two quotes are versions of one, so that a word of it was most likely changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from citewell.model.evidence import normalise_quote

_ALIKE: Final = 0.6  # of the words or letters: one word of three may differ, or one of two that keeps most letters
_SHORT: Final = 3  # words, of which one that differs is most of the quote
_MOST: Final = 400  # words that are compared; quotes are short, but what a lock holds may be anything


def are_alike(one: str, other: str) -> bool:
    """Whether most of the words of two quotes are the same, or most of the letters if there are few words.

    Two that differ only in white space, capitals and the form of quotation marks are one quote, not two
    versions. Nor are two parts of the same words versions: each of them may be on the page.
    """
    ours, theirs = _split_words(one), _split_words(other)
    if not ours or not theirs or ours == theirs:
        return False
    words = SequenceMatcher(None, ours, theirs, autojunk=False)
    if words.quick_ratio() >= _ALIKE and words.ratio() >= _ALIKE:
        return not _cut_elsewhere(words, len(ours), len(theirs))
    letters = SequenceMatcher(None, " ".join(ours), " ".join(theirs), autojunk=False)
    if len(ours) > _SHORT or letters.quick_ratio() < _ALIKE or letters.ratio() < _ALIKE:
        return False
    return not _cut_elsewhere(words, len(ours), len(theirs))


def _split_words(quote: str) -> list[str]:
    return [word.rstrip(".,;:") for word in normalise_quote(quote).casefold().split()[:_MOST]]


def _cut_elsewhere(words: SequenceMatcher[str], ours: int, theirs: int) -> bool:
    """Whether two quotes share one run of words, with words of at most one of them before it and after it."""
    shared = words.get_matching_blocks()[:-1]
    if len(shared) != 1:
        return False
    first, second, size = shared[0]
    return not (first and second) and not (first + size < ours and second + size < theirs)
