"""How the words around a number limit it: "at least", "or older", "about"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from citewell.lexicon.number_words import BOUNDS_AFTER, BOUNDS_BEFORE, CARDINALS, DENIED_BOUNDS, Bound
from citewell.support.counted import ENDS_NAME, LONGEST_NAME
from citewell.support.tokens import Token, word_at, words_at

_PASSED_BEFORE: Final = frozenset("aged age ages of the a an n = ( at -".split())
_NAMES_AGE: Final = frozenset("the age of".split())
_PASSED_AFTER: Final = frozenset("in diameter of age years across ,".split())
_DENIES: Final = frozenset("not never don't cannot shouldn't mustn't".split())
_COMPARES_MORE: Final = frozenset("than often common likely".split())
_COMPARING: Final = frozenset("than > < over above below under".split())
_FAR: Final = 6  # words
_LONGEST: Final = max(map(len, BOUNDS_BEFORE))  # words


def find_bound(tokens: Sequence[Token], begin: int, end: int) -> tuple[Bound, int]:
    """How words limit the quantity from ``begin`` to ``end``, and where it ends with those after it."""
    return _find_bound_after(tokens, end) or (_find_bound_before(tokens, begin, end), end)


def _find_bound_after(tokens: Sequence[Token], end: int) -> tuple[Bound, int] | None:
    place = end
    if word_at(tokens, place) == "/" and place + 1 < len(tokens) and tokens[place + 1].value is not None:
        place += 2  # "140/90 or more"
    while place - end < LONGEST_NAME and _may_be_between(word_at(tokens, place)):
        place += 1
    link, word, after = words_at(tokens, place, 3)
    if link in ("or", "and") and word in BOUNDS_AFTER and not (link == "and" and after in _COMPARES_MORE):
        return BOUNDS_AFTER[word], place + 2
    if words_at(tokens, end, 2) == ("or", "so"):
        return Bound.ABOUT, end + 2
    return (Bound.AT_LEAST, end + 1) if word_at(tokens, end) == "+" else None


def _may_be_between(word: str) -> bool:
    """Whether a word may be between a number and "or more": the name of what it counts, "in diameter", "of age"."""
    return word in _PASSED_AFTER or (word[:1].isalpha() and word not in ENDS_NAME and word not in CARDINALS)


def _is_denied(tokens: Sequence[Token], place: int) -> bool:
    """Whether a denial is before a bound: "not more than", or a longer way off "do not take it on more than"."""
    before = words_at(tokens, place - _FAR, _FAR)
    return not _DENIES.isdisjoint(before[-3:]) or "don't" in before or ("do", "not") in pairwise(before)


def _is_after_age(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a number without a unit follows "after", "after age" or "after the age of"."""
    before = begin
    while word_at(tokens, before - 1) in _NAMES_AGE:
        before -= 1
    return word_at(tokens, before - 1) == "after"


def _find_bound_before(tokens: Sequence[Token], begin: int, end: int) -> Bound:
    place = begin
    if end == begin + 1 and _is_after_age(tokens, begin):
        return Bound.AT_LEAST
    while place > 0:
        for length in range(min(_LONGEST, place), 0, -1):
            words = words_at(tokens, place - length, length)
            if words in BOUNDS_BEFORE:
                bound = BOUNDS_BEFORE[words]
                is_denied = words[-1] in _COMPARING and _is_denied(tokens, place - length)
                return DENIED_BOUNDS.get(bound, bound) if is_denied else bound
        if word_at(tokens, place - 1) not in _PASSED_BEFORE:
            break
        place -= 1
    return Bound.EXACT
