"""Shares of a whole: "a third", "13 of 1,975 people", "1 in every 13", "Of the 66 people, 49 …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from citewell.lexicon.content_words import is_people
from citewell.lexicon.number_words import BOUNDS_BEFORE, CARDINALS, PARTS, SCALES, Bound
from citewell.lexicon.units import UNITS, Dimension
from citewell.support.bounds import find_bound
from citewell.support.counted import EACH, ENDS_NAME, find_counted, find_name_end
from citewell.support.numbers import PERCENT, YEARS, Number, read_number, read_unit
from citewell.support.quantity import Quantity
from citewell.support.tokens import Token, join_words, word_at, words_at

_ROUND: Final = frozenset({10, 100, 1_000, 10_000, 100_000, 1_000_000})
_SMALL: Final = 20  # "one in six", "9 in 20": readers know that such a share is rounded
_WORDED_STEP: Final = 0.05
_FINE: Final = 0.0001  # the step of a share of counts
_SAME: Final = 0.005  # how far two forms of one share may be apart
_BESIDE: Final = 5  # tokens between a count and its share
_OTHER_THINGS: Final = frozenset({"study", "group", "expert", "flag", "symptom", "guid"})  # never a part of some people


def read_fraction(tokens: Sequence[Token], place: int) -> Quantity | None:
    """The share at a place in words: "half", "a third", "three-quarters"; also "half a gram"."""
    word, after = words_at(tokens, place, 2)
    if word == "half":
        return _read_half(tokens, place)
    many = 1 if word in ("a", "an", "one") else CARDINALS.get(word)
    if not many:
        return None
    if after == "-" and word_at(tokens, place + 2) in PARTS:
        return _make_share(many * PARTS[word_at(tokens, place + 2)], place, place + 3)
    if after not in PARTS or after.endswith("s") != (many > 1):
        return None
    if many == 1 and not _goes_on_after_share(word_at(tokens, place + 2)):
        return None  # "a third visit"
    return _make_share(many * PARTS[after], place, place + 2)


def _read_half(tokens: Sequence[Token], place: int) -> Quantity | None:
    after, last = words_at(tokens, place + 1, 2)
    if after in ("a", "an"):
        if last in UNITS:
            value = UNITS[last].factor / 2
            return Quantity(UNITS[last].dimension, value, value, place, place + 3)
        end, unit = read_unit(tokens, place + 2)
        if unit == PERCENT:
            return Quantity(Dimension.SHARE, 0.005, 0.005, place, end, 0.001)
    is_number = after in SCALES or last in SCALES or words_at(tokens, place - 2, 2) == ("and", "a")
    return None if is_number else _make_share(0.5, place, place + 1)


def _goes_on_after_share(word: str) -> bool:
    """Whether a word after "a third" shows that it is a share: not "a third visit"."""
    return not word[:1].isalpha() or word in ENDS_NAME or word.endswith("d")


def _make_share(value: float, begin: int, end: int) -> Quantity:
    return Quantity(Dimension.SHARE, value, value, begin, end, _WORDED_STEP, is_loose=True)


def read_out_of(tokens: Sequence[Token], low: float, high: float, begin: int, end: int) -> tuple[Quantity, ...]:
    """The quantities that begin with a number from ``begin`` to ``end``, if it is some out of others.

    A share alone where that is a rate ("1 in 13", "3–5 people per 100,000"), and the two counts before it where people
    were counted ("13 of 1,975 people").
    """
    place = find_name_end(tokens, end)
    link, after = words_at(tokens, place, 2)
    if (link, after) == ("out", "of"):
        place, link = place + 1, "out of"
    if link not in ("in", "of", "per", "/", "out of") and not (link == "for" and after in ("every", "each")):
        return ()
    counted = find_counted(tokens, end)
    if link == "in" and counted and not is_people(counted):
        return ()
    is_every = link in ("per", "for") or word_at(tokens, place + 1) in ("every", "each")
    total = _read_total(tokens, place + 1, link, high)
    if total is None:
        return ()
    counted |= find_counted(tokens, total.end)
    if is_every or _is_rate(low, total.value, link):
        loose = total.value <= _SMALL or low == 1
        rate = Quantity(Dimension.SHARE, low / total.value, high / total.value, begin, total.end, 1 / total.value)
        return (replace(rate, is_loose=loose, counted=counted),)
    part = Quantity(Dimension.COUNT, low, high, begin, end, counted=counted)
    part = replace(part, bound=find_bound(tokens, begin, total.end)[0])
    whole = Quantity(Dimension.COUNT, total.value, total.value, total.begin, total.end, counted=counted, is_total=True)
    share = Quantity(Dimension.SHARE, low / total.value, high / total.value, begin, total.end, _FINE, counted=counted)
    return part, whole, replace(share, events=low, is_computed=True)


def _read_total(tokens: Sequence[Token], place: int, link: str, part: float) -> Number | None:
    while word_at(tokens, place) in EACH or BOUNDS_BEFORE.get((word_at(tokens, place),)) is Bound.ABOUT:
        place += 1
    total = read_number(tokens, place)
    if total is None or total.value < max(part, 2) or read_unit(tokens, total.end)[1]:
        return None
    is_year = link == "in" and total.value in YEARS and "," not in tokens[place].text
    return None if is_year else total


def _is_rate(part: float, total: float, link: str) -> bool:
    """Whether "in 10", "out of 100" or "of 10" names a round number of people rather than all who were counted."""
    return total in _ROUND or (link in ("in", "out of") and (total <= _SMALL or part == 1))


def complete_shares(found: Sequence[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities with their words; a share in brackets belongs to the count, or is the share, before it."""
    joined: list[Quantity] = []
    for quantity in found:
        each = replace(quantity, written=join_words(tokens[quantity.begin : quantity.end]))
        if joined and each.dimension is Dimension.SHARE:
            each = _join_to(joined[-1], each, {token.word for token in tokens[joined[-1].end : each.begin]})
        joined.append(each)
    return [*joined, *_compute_shares(joined, tokens)]


def _join_to(before: Quantity, share: Quantity, between: set[str]) -> Quantity:
    if share.begin - before.end > _BESIDE:
        return share
    if before.dimension is Dimension.COUNT and before.low == before.high and between & {"(", ","}:
        return replace(share, events=before.low)
    is_other_form = between & {"(", ",", "or"} and abs(share.low - before.low) < _SAME
    if before.dimension is Dimension.SHARE and is_other_form and share.bound is Bound.EXACT:
        return replace(share, bound=before.bound)
    return share


def _compute_shares(found: Sequence[Quantity], tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The shares that "Of the 66 people, 49 …" gives without naming them."""
    counts = [each for each in found if each.dimension is Dimension.COUNT]
    for whole, part in pairwise(counts):
        if not whole.is_total or part.is_total or whole.low != whole.high or part.high > whole.low:
            continue
        if any(token.word in (".", ";") for token in tokens[whole.end : part.begin]):
            continue
        if part.counted & _OTHER_THINGS and not part.counted & whole.counted:
            continue
        is_rate = whole.low in _ROUND
        yield replace(
            part,
            dimension=Dimension.SHARE,
            low=part.low / whole.low,
            high=part.high / whole.low,
            step=1 / whole.low if is_rate else _FINE,
            events=None if is_rate else part.low,
            is_computed=not is_rate,
            written=f"{part.written} of {whole.written}",
        )
