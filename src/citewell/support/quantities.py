"""The quantities in a text: what each measures, between which values, how exactly, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from citewell.lexicon.content_words import is_people
from citewell.lexicon.number_words import A_FEW, CARDINALS, DECADES, MULTIPLES, Bound
from citewell.lexicon.units import DAYS_OF_YEAR, EVERY, UNITS, Dimension
from citewell.support.ages import find_age_end, is_bare_age
from citewell.support.bounds import find_bound
from citewell.support.counted import ENDS_NAME, find_counted, is_total
from citewell.support.numbers import (
    AND_A_HALF,
    DEGREES,
    PERCENT,
    YEARS,
    Number,
    is_label,
    read_number,
    read_range_end,
    read_unit,
)
from citewell.support.quantity import Quantity
from citewell.support.shares import complete_shares, read_fraction, read_out_of
from citewell.support.tokens import Token, word_at, words_at

_RATIOS: Final = frozenset({"OR", "RR", "HR"})
_NAMED_RATIOS: Final = frozenset({("odds", "ratio"), ("hazard", "ratio"), ("risk", "ratio"), ("relative", "risk")})
_FAR: Final = 8  # tokens before a number in which the name of its ratio may be
_NAMES_INTERVAL: Final = frozenset({"ci", "confidence", "interval", "cri", "range", "iqr"})
_PERIODS: Final = frozenset("day week month year".split())  # "by week 12"
_NAMES_SPREAD: Final = frozenset({"sd", "±", "se", "sem"})  # around a mean
_BEFORE_PERIOD: Final = frozenset(
    """for within after in about around over least than nearly almost past of to until beyond last lasts lasted take
    takes took taken another under most first next roughly before during from by""".split()
)

#: The words that a quantity may begin with.
_BEGIN: Final = frozenset(
    {*CARDINALS, *DECADES, *EVERY, *MULTIPLES, *A_FEW, *"half a an both every each per past last next".split()}
)


def find_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order, and after them the shares that follow from its counts."""
    return tuple(_Reader(tokens).read())


@dataclass(slots=True)
class _Reader:
    """Reads tokens from left to right; ``found`` are the quantities so far."""

    tokens: Sequence[Token]
    found: list[Quantity] = field(default_factory=list)

    def read(self) -> list[Quantity]:
        place = 0
        while place < len(self.tokens):
            token = self.tokens[place]
            begins = token.value is not None or token.word in _BEGIN
            place = (self._read_at(place) if begins else 0) or place + 1
        return complete_shares(self.found, self.tokens)

    def _read_at(self, place: int) -> int:
        """Read the quantity that begins here, if there is one; the place to go on from, or 0."""
        by_itself = read_fraction(self.tokens, place) or self._read_word(place)
        if by_itself is not None:
            return self._add(self._read_range_of_fractions(by_itself))
        number = self._read_a_period(place) or read_number(self.tokens, place)
        if number is None or is_label(self.tokens, number):
            return 0
        return self._finish(number)

    def _read_range_of_fractions(self, first: Quantity) -> Quantity:
        """The range that a fraction begins, as in "between half and two thirds"; the fraction itself without one."""
        link, is_between = word_at(self.tokens, first.end), word_at(self.tokens, first.begin - 1) == "between"
        second = read_fraction(self.tokens, first.end + 1) if link in ("to", "–") or is_between else None
        if second is None or second.low <= first.low:
            return first
        return replace(first, high=second.high, end=second.end)

    def _add(self, quantity: Quantity) -> int:
        bound, end = find_bound(self.tokens, quantity.begin, quantity.end)
        self.found.append(quantity if bound is Bound.EXACT else replace(quantity, bound=bound))
        return end

    def _read_word(self, place: int) -> Quantity | None:
        """A word that is a quantity by itself, or "every" and "a few" with a unit."""
        word, after = words_at(self.tokens, place, 2)
        if word in DECADES and word_at(self.tokens, place - 1) in ("their", "the", "your"):
            return Quantity(Dimension.AGE, DECADES[word], DECADES[word], place, place + 1, bound=Bound.ABOUT)
        if word in EVERY:
            return Quantity(Dimension.RATE, EVERY[word], EVERY[word], place, place + 1)
        if word in MULTIPLES and after in ("as", "the", "that"):
            return Quantity(Dimension.RATIO, MULTIPLES[word], MULTIPLES[word], place, place + 1)
        if word == "both":
            return Quantity(Dimension.COUNT, 2, 2, place, place + 1, counted=find_counted(self.tokens, place + 1))
        return self._read_period(place, word, after)

    def _read_period(self, place: int, word: str, after: str) -> Quantity | None:
        unit = UNITS.get(after)
        if unit is None:
            return None
        factor = unit.factor
        if word in A_FEW:
            return Quantity(unit.dimension, 2 * factor, 6 * factor, place, place + 2, factor, Bound.ABOUT)
        if unit.dimension is not Dimension.DURATION:
            return None
        if word in ("every", "each", "per") or (word in ("a", "an") and self._follows_counted(place)):
            return Quantity(Dimension.RATE, factor, factor, place, place + 2)
        if word in ("past", "last", "next"):
            return Quantity(Dimension.DURATION, factor, factor, place, place + 2)
        return None

    def _follows_counted(self, place: int) -> bool:
        """Whether only words for what is counted are between the last quantity and this place."""
        if not self.found or self.found[-1].end > place:
            return False
        between = self.tokens[self.found[-1].end : place]
        return all(token.is_word and token.word not in ENDS_NAME for token in between)

    def _read_a_period(self, place: int) -> Number | None:
        """The number of "a month" where a duration is meant."""
        word, after = words_at(self.tokens, place, 2)
        if word not in ("a", "an") or after not in UNITS or UNITS[after].dimension is not Dimension.DURATION:
            return None
        before = word_at(self.tokens, place - 1)
        return Number(1, place, place + 1) if before in _BEFORE_PERIOD or not before else None

    def _finish(self, first: Number) -> int:
        """Read what follows a number: a unit, the end of a range, "and a half", of how many."""
        if words_at(self.tokens, first.end, 3) == AND_A_HALF:
            first = first._replace(value=first.value + 0.5, end=first.end + 3, step=0.5)
        end, unit = read_unit(self.tokens, first.end)
        second = read_range_end(self.tokens, first, end)
        if second is not None:
            last_end, last_unit = read_unit(self.tokens, second.end)
            if unit in UNITS and last_unit in UNITS and UNITS[unit].dimension is not UNITS[last_unit].dimension:
                second = None
            elif unit in UNITS and last_unit in UNITS:
                first = first._replace(value=first.value * UNITS[unit].factor / UNITS[last_unit].factor)
            if second is None or second.value < first.value:
                second = None
            else:
                end, unit = (last_end, last_unit) if last_unit else (second.end if unit is None else last_end, unit)
        if second is None and self._names_decade(first):
            return self._add(Quantity(Dimension.COUNT, first.value, first.value + 9, first.begin, first.end + 1))
        low, high = first.value, second.value if second else first.value
        if unit in UNITS and words_at(self.tokens, end, 3) == AND_A_HALF:
            low, high, end = (low if second else low + 0.5), max(high, int(high) + 0.5), end + 3
        step = min(first.step, second.step) if second else first.step
        whole = Quantity(Dimension.COUNT, low, high, first.begin, end, step)
        if word_at(self.tokens, first.begin - 1) in _NAMES_SPREAD:
            return self._add(replace(whole, dimension=Dimension.INTERVAL))
        if unit == PERCENT:
            return self._add_percentage(whole)
        return self._add_plain(whole) if unit is None else self._add_measured(whole, unit)

    def _names_decade(self, number: Number) -> bool:
        """Whether a number is followed by "s", as in "the 130s", and is not a year."""
        after = self.tokens[number.end] if number.end < len(self.tokens) else None
        is_round = number.value % 10 == 0 and number.value not in YEARS
        return after is not None and after.joined and after.word == "s" and is_round

    def _add_percentage(self, number: Quantity) -> int:
        is_range = number.low != number.high
        if word_at(self.tokens, number.end) in _NAMES_INTERVAL and not is_range:
            return number.end + 1  # "95% CI"
        if is_range and (self._is_in_brackets_of_share(number) or self._is_interval(number.begin)):
            return self._add(replace(number, dimension=Dimension.INTERVAL))
        share = Quantity(Dimension.SHARE, number.low / 100, number.high / 100, number.begin, number.end)
        return self._add(replace(share, step=number.step / 100))

    def _is_in_brackets_of_share(self, number: Quantity) -> bool:
        """Whether a range of percentages follows another one in the same brackets: it is its interval."""
        before = self.found[-1] if self.found else None
        if before is None or before.dimension is not Dimension.SHARE or before.low != before.high:
            return False
        return before.end + 1 == number.begin and word_at(self.tokens, before.end) in (",", ";", "(")

    def _is_interval(self, begin: int) -> bool:
        return not _NAMES_INTERVAL.isdisjoint(words_at(self.tokens, begin - 5, 5))

    def _add_measured(self, number: Quantity, unit: str) -> int:
        if unit == DEGREES:
            return self._add(replace(number, dimension=Dimension.TEMPERATURE))
        dimension, factor = UNITS[unit]
        age_end = find_age_end(self.tokens, number.begin, number.end, unit)
        if age_end:
            dimension, factor = Dimension.AGE, factor / DAYS_OF_YEAR
        scaled = replace(
            number,
            dimension=dimension,
            low=number.low * factor,
            high=number.high * factor,
            step=number.step * factor,
            end=age_end or number.end,
        )
        return self._add(scaled)

    def _add_plain(self, number: Quantity) -> int:
        """A number without a unit: of how many, a year, a ratio, an interval, an age, or a count."""
        begin, end = number.begin, number.end
        some = read_out_of(self.tokens, number.low, number.high, begin, end)
        if some:
            self.found += some[:-1]
            return self._add(some[-1])
        earlier, period = words_at(self.tokens, begin - 2, 2)
        if period in _PERIODS and earlier in _BEFORE_PERIOD:
            return self._add_measured(number, period)
        counted = find_counted(self.tokens, end)
        if self._is_year(number, counted):
            return self._add(replace(number, dimension=Dimension.YEAR))
        if self._is_ratio(begin, end, counted):
            return self._add(replace(number, dimension=Dimension.RATIO))
        if number.low != number.high and self._is_interval(begin):
            return self._add(replace(number, dimension=Dimension.INTERVAL))
        if is_bare_age(self.tokens, number.low, begin, end):
            return self._add(replace(number, dimension=Dimension.AGE))
        return self._add(replace(number, counted=counted, is_total=is_total(self.tokens, begin)))

    def _is_year(self, number: Quantity, counted: frozenset[str]) -> bool:
        token = self.tokens[number.begin]
        in_figures = token.value is not None and "," not in token.text
        return in_figures and number.low == number.high and number.low in YEARS and not is_people(counted)

    def _is_ratio(self, begin: int, end: int, counted: frozenset[str]) -> bool:
        after = words_at(self.tokens, end, 2)
        if after[0] in ("times", "fold") or after == ("-", "fold"):
            return True
        before = self.tokens[max(0, begin - _FAR) : begin]
        if any(token.text in _RATIOS for token in before[-3:]):
            return True
        return not counted and any((one.word, two.word) in _NAMED_RATIOS for one, two in pairwise(before))
