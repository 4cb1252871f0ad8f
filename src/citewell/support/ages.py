"""Whether a number is an age: "20-year-old", "aged 50 or over", "people over 70"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citewell.lexicon.content_words import find_meanings, is_people
from citewell.lexicon.number_words import BOUNDS_AFTER
from citewell.support.counted import find_name_end
from citewell.support.tokens import Token, word_at, words_at

_AGES: Final = range(111)
_OLD_ENOUGH: Final = 10  # years: without "people", a smaller number after "over" counts something else
_NAMES_AGE: Final = frozenset("aged age ages".split())
_COMPARES_AGE: Final = frozenset("older younger".split())
_BEFORE_BOUND: Final = frozenset("over under ≥ > < ≤ about around at least to up and than".split())
_MARKS: Final = frozenset("< > ≤ ≥".split())
_ADULT: Final = 18
_FAR: Final = 4  # words before a number in which "aged" may be


def find_age_end(tokens: Sequence[Token], begin: int, end: int, unit: str) -> int:
    """The end of an age in months or years, or 0: "20-year-old", "70 years of age", "aged 50 years or younger"."""
    if not unit.startswith(("y", "mo")):
        return 0
    one, two = words_at(tokens, end, 2)
    if (one == "-" and two in ("old", "olds")) or (one, two) == ("of", "age"):
        return end + 2
    if one in ("old", "olds"):
        return end + 1
    before = words_at(tokens, begin - _FAR, _FAR)
    is_age = (
        (one in ("or", "and") and two in _COMPARES_AGE)
        or not _NAMES_AGE.isdisjoint(before)
        or any(pair in before for pair in _COMPARES_AGE)
        or _is_limit_of_adults(tokens, begin, unit)
    )
    return end if is_age else 0


def _is_limit_of_adults(tokens: Sequence[Token], begin: int, unit: str) -> bool:
    """Whether a number of years after a mark is an age, as in "≥65 y": so long a time is seldom meant."""
    value = tokens[begin].value
    return unit.startswith("y") and word_at(tokens, begin - 1) in _MARKS and value is not None and value >= _ADULT


def is_bare_age(tokens: Sequence[Token], value: float, begin: int, end: int) -> bool:
    """Whether a number without a unit is an age."""
    if value not in _AGES:
        return False
    before, after = word_at(tokens, begin - 1), words_at(tokens, end, 2)
    counts = find_name_end(tokens, end) > end
    starts = word_at(tokens, begin - 2).startswith(("start", "begin"))
    if before == "at" and (starts or after[0] in (",", ":", ";", ".", "")) and value >= _OLD_ENOUGH and not counts:
        return True
    start = begin
    while before in _BEFORE_BOUND:
        is_of_people = value >= _OLD_ENOUGH and _names_people(tokens, start - 2)
        if before in ("over", "under") and (is_of_people or not counts) and after[0] != "%":
            return value >= _OLD_ENOUGH or _names_people(tokens, start - 2)
        start -= 1
        before = word_at(tokens, start - 1)
    return (
        _follows_age(tokens, start)
        or (after[0] in ("or", "and") and after[1] in _COMPARES_AGE)
        or (value >= _OLD_ENOUGH and not counts and _follows_people(tokens, start, after))
    )


def _follows_age(tokens: Sequence[Token], begin: int) -> bool:
    """Whether "aged", "age of", "the age was" or "older than" comes before a number."""
    earlier, before = words_at(tokens, begin - 2, 2)
    if before in _NAMES_AGE or before in _COMPARES_AGE:
        return True
    return before in ("was", "is", "were", "are", "of") and earlier in _NAMES_AGE


def _follows_people(tokens: Sequence[Token], begin: int, after: tuple[str, ...]) -> bool:
    """Whether a number is that of people's years: "who were 50 or over", "people of 60", "women from 50 to 70"."""
    before = word_at(tokens, begin - 1)
    if before in ("were", "are", "is", "was", "be"):
        return after[0] in ("or", "and") and after[1] in BOUNDS_AFTER
    return before in ("of", "from", "between") and _names_people(tokens, begin - 2)


def _names_people(tokens: Sequence[Token], place: int) -> bool:
    return is_people(find_meanings(word_at(tokens, place)))
