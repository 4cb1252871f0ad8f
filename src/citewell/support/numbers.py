"""Numbers, in figures and in words, with the units after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from citewell.lexicon.number_words import BOUNDS_BEFORE, CARDINALS, DOZENS, SCALES, TENS
from citewell.lexicon.units import UNITS
from citewell.support.tokens import Token, word_at, words_at

YEARS: Final = range(1900, 2100)
"""Numbers that are probably years."""
PERCENT: Final = "%"
DEGREES: Final = "°"
_HUNDRED: Final = 100
_TEN: Final = 10
_TELEPHONES: Final = frozenset("111 112 911 999".split())
_LABELS: Final = frozenset(
    """type step stage phase grade level table section figure page p pp chapter version number no part box appendix
    question week day visit statement covid class category""".split()
)
_MANY: Final = frozenset("the these those all every each other".split())  # "of the day 3" has no label, "the 2" neither
_RANGE: Final = frozenset({"-", "–", "to", "or"})
_PASSED_IN_RANGE: Final = frozenset("less than about around almost nearly".split())
AND_A_HALF: Final = ("and", "a", "half")


class Number(NamedTuple):
    """A number at some tokens; ``end`` is the place after them, ``step`` the last place that is written."""

    value: float
    begin: int
    end: int
    step: float = 1


def read_number(tokens: Sequence[Token], place: int) -> Number | None:
    """The number that begins at a place: "1,975", "1.5 million", "sixty-eight", "a dozen"."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.value is None:
        return _read_article_and_scale(tokens, place) or _read_number_words(tokens, place)
    decimals = len(token.text.replace("·", ".").partition(".")[2])
    number = Number(token.value, place, place + 1, 10.0**-decimals)
    scale = SCALES.get(word_at(tokens, place + 1))
    if scale is None:
        return number
    return number._replace(value=number.value * scale, end=place + 2, step=number.step * scale)


def _read_article_and_scale(tokens: Sequence[Token], place: int) -> Number | None:
    """A number such as "a hundred", "a dozen" or "half a million"."""
    word = word_at(tokens, place)
    if word not in ("a", "half"):
        return None
    rest = place + (2 if word_at(tokens, place + 1) == "a" else 1)
    value = SCALES.get(word_at(tokens, rest)) or DOZENS.get(word_at(tokens, rest))
    return Number(value / (2 if word == "half" else 1), place, rest + 1, value) if value else None


def _read_number_words(tokens: Sequence[Token], place: int) -> Number | None:
    """A number such as "sixty-eight" or "two thousand two hundred and twenty-four"."""
    total = 0.0
    current: float | None = None
    end = place
    while word := word_at(tokens, end):
        if word in CARDINALS and (current is None or _can_add(current, CARDINALS[word])):
            current = (current or 0) + CARDINALS[word]
            is_joined = word in TENS and word_at(tokens, end + 1) == "-" and word_at(tokens, end + 2) in CARDINALS
            end += 2 if is_joined else 1
        elif word == "hundred" and current is not None:
            current, end = current * _HUNDRED, end + 1
        elif word in SCALES and current is not None:
            total, current, end = total + current * SCALES[word], 0, end + 1
        elif word == "and" and (total or (current or 0) >= _HUNDRED) and word_at(tokens, end + 1) in CARDINALS:
            end += 1
        else:
            break
    return None if current is None else Number(total + current, place, end)


def _can_add(current: float, more: int) -> bool:
    """Whether a number goes on with another word: "hundred six", "sixty six", but not "six six"."""
    return current % _HUNDRED == 0 or (current % _TEN == 0 and more < _TEN)


def is_label(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is part of a name: "NG-59", "stage 4", "call 999"."""
    before = word_at(tokens, number.begin - 1)
    if before == "-" and tokens[number.begin].joined and tokens[number.begin - 1].joined:
        earlier = word_at(tokens, number.begin - 2)
        return earlier[:1].isalpha() and earlier not in CARDINALS and (earlier,) not in BOUNDS_BEFORE
    if before in _LABELS and word_at(tokens, number.begin - 2) not in _MANY:
        return word_at(tokens, number.end) not in UNITS
    return tokens[number.begin].text in _TELEPHONES


def read_unit(tokens: Sequence[Token], place: int) -> tuple[int, str | None]:
    """The end of the unit at a place, and its name: one of ``UNITS``, "%" or "°"."""
    word, after = words_at(tokens, place, 2)
    if word == "-" and after in UNITS:
        return place + 2, after
    if word in ("%", "percent"):
        return place + 1, PERCENT
    if word == "per" and after in ("cent", "centum"):
        return place + 2, PERCENT
    if word in ("°", "degrees", "degree"):
        return place + (2 if after in ("c", "celsius") else 1), DEGREES
    is_letter = (word == "m" and not tokens[place - 1].value) or (word == "d" and tokens[place].text != "d")  # "3D"
    return (place + 1, word) if word in UNITS and not is_letter else (place, None)


def read_range_end(tokens: Sequence[Token], first: Number, place: int) -> Number | None:
    """The second number of a range whose first one, with its unit, ends at a place."""
    word = word_at(tokens, place)
    before = words_at(tokens, first.begin - 4, 4)
    is_between = "between" in before[2:] or (before[0] == "between" and before[2] in ("age", "ages"))
    if word not in _RANGE and not (word == "and" and is_between):
        return None
    place += 1
    while word_at(tokens, place) in _PASSED_IN_RANGE:
        place += 1
    second = _read_a_unit(tokens, place) or read_number(tokens, place)
    if second is None or (word == "or" and second.value > 2 * first.value):
        return None
    both_years = first.value in YEARS and second.value in YEARS
    return None if both_years and word != "or" else second


def _read_a_unit(tokens: Sequence[Token], place: int) -> Number | None:
    """The number of "a month" and of "a month and a half"."""
    if word_at(tokens, place) != "a" or word_at(tokens, place + 1) not in UNITS:
        return None
    has_half = words_at(tokens, place + 2, 3) == AND_A_HALF
    return Number(1.5 if has_half else 1, place, place + 1, 0.5)
