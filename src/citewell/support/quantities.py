"""The quantities in a text: what each measures, between which values, how exactly, and what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from citewell.lexicon.content_words import find_meanings, is_people
from citewell.lexicon.number_words import (
    A_FEW,
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    CARDINALS,
    DECADES,
    DOZENS,
    PARTS,
    SCALES,
    TENS,
    Bound,
)
from citewell.lexicon.units import DAYS_OF_YEAR, EVERY, UNITS, Dimension
from citewell.support.tokens import Token

_YEARS: Final = range(1900, 2100)
_AGES: Final = range(1, 111)
_OLD_ENOUGH: Final = 10  # years: a smaller number after "over" counts something else
_SHORTCUTS: Final = frozenset({111, 112, 911, 999})  # telephone numbers
_LABELS: Final = frozenset(
    """type step stage phase grade level table section figure page p pp chapter version number no part box appendix
    question week day visit statement covid class category""".split()
)
_SAYS_AGE_BEFORE: Final = frozenset("aged age ages".split())
_COMPARES_AGE: Final = frozenset("older younger".split())
_SKIPPED_BEFORE: Final = frozenset("aged age ages of the a an n = ( at".split())
_LONGEST_BOUND: Final = 4  # words
_ENDS_NOUN: Final = frozenset(
    """a about after aged all among an and are as at because been before being between but by can compared could did do
    does during each every for from got had has have having if in into is it its may might more most no not of on or
    out over per said says should since than that the their them then these they this those to under until up was were
    when where which while who whose will with within without would""".split()
)
_OUT_OF: Final = frozenset({"in", "of", "per", "/"})
_EACH: Final = frozenset("the these those them all every each other total our".split())
_ROUND: Final = frozenset({10, 100, 1_000, 10_000, 100_000, 1_000_000})
_SMALL: Final = 20  # "one in six", "9 in 20": readers know that such a share is rounded
_RATIOS: Final = frozenset({"OR", "RR", "HR"})
_TIMES: Final = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "triple": 3.0, "triples": 3.0}
_BEFORE_PERIOD: Final = frozenset(
    """for within after in about around over least than nearly almost past of to until beyond last lasts lasted take takes took taken another
    under most first next roughly before during from by""".split()
)
_OTHER_THINGS: Final = frozenset({"study", "group", "expert", "flag", "symptom", "guid"})  # never a part of some people
_SAME_SHARE: Final = 0.005
_NAMES_INTERVAL: Final = frozenset({"ci", "confidence", "interval", "cri", "range", "iqr"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: values from ``low`` to ``high`` in the unit of its dimension.

    ``written`` are its words. ``step`` is the last place that is written. ``is_loose`` says that it is a share in
    words that are rounded anyway ("a third"). ``counted`` are the meanings of the words for what is counted, ``total``
    that it is the number of all, and ``events`` the count that a share is the share of.
    """

    dimension: Dimension
    low: float
    high: float
    bound: Bound
    written: str
    begin: int
    end: int
    step: float = 1
    is_loose: bool = False
    counted: frozenset[str] = frozenset()
    is_total: bool = False
    events: float | None = None
    is_computed: bool = False


class _Number(NamedTuple):
    """A number at some tokens; ``end`` is the place after them."""

    value: float
    begin: int
    end: int
    step: float
    is_loose: bool = False


def find_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order."""
    return tuple(_Reader(tokens).read())


@dataclass(slots=True)
class _Reader:
    """Reads tokens from left to right; ``found`` are the quantities so far."""

    tokens: Sequence[Token]
    found: list[Quantity] = field(default_factory=list)

    def read(self) -> list[Quantity]:
        place = 0
        while place < len(self.tokens):
            place = self._read_at(place)
        return _join_shares_to_counts(self.found, self.tokens)

    def _word(self, place: int) -> str:
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def _read_at(self, place: int) -> int:
        """Read the quantity that begins here, if there is one; the place to go on from."""
        for read in (self._read_fraction, self._read_period, self._read_fixed, self._read_counted):
            end = read(place)
            if end:
                return end
        return place + 1

    def _add(self, quantity: Quantity) -> int:
        bound, end = self._find_bound(quantity.begin, quantity.end, quantity.bound)
        self.found.append(replace(quantity, bound=bound))
        return end

    # -- words that are quantities by themselves

    def _read_fixed(self, place: int) -> int:
        word = self._word(place)
        if word in DECADES and self._word(place - 1) in ("their", "the", "your"):
            return self._add(self._make(Dimension.AGE, DECADES[word], place, place + 1, Bound.ABOUT))
        if word in EVERY:
            return self._add(self._make(Dimension.RATE, EVERY[word], place, place + 1))
        if word in _TIMES and self._word(place + 1) in ("as", "the", "that"):
            return self._add(self._make(Dimension.RATIO, _TIMES[word], place, place + 1))
        if word == "both":
            counted = self._find_counted(place + 1)
            return self._add(replace(self._make(Dimension.COUNT, 2, place, place + 1), counted=counted))
        return 0

    def _read_fraction(self, place: int) -> int:
        """ "Half", "a third", "three quarters" of something."""
        word, after = self._word(place), self._word(place + 1)
        if word == "half":
            if after in ("a", "an") and self._word(place + 2) in UNITS:
                unit = UNITS[self._word(place + 2)]
                return self._add(self._make(unit.dimension, unit.factor / 2, place, place + 3))
            if after == "a" and self._read_unit(place + 2)[1] == "%":
                end = self._read_unit(place + 2)[0]
                return self._add(Quantity(Dimension.SHARE, 0.005, 0.005, Bound.EXACT, "", place, end, 0.001))
            if self._word(place - 1) == "a" and self._word(place - 2) == "and":
                return 0
            if after in SCALES or (after in ("a", "an") and self._word(place + 2) in SCALES):
                return 0
            return self._add(self._share(0.5, place, place + 1))
        many = 1 if word in ("a", "an", "one") else CARDINALS.get(word)
        if many and after == "-" and self._word(place + 2) in PARTS:
            return self._add(self._share(many * PARTS[self._word(place + 2)], place, place + 3))
        if many and after in PARTS and (after.endswith("s") == (many > 1)):
            behind = self._word(place + 2)
            is_noun = many == 1 and behind and behind[0].isalpha() and not self._goes_on_after_share(place + 2)
            return 0 if is_noun else self._add(self._share(many * PARTS[after], place, place + 2))
        return 0

    def _goes_on_after_share(self, place: int) -> bool:
        word = self._word(place)
        return word in _ENDS_NOUN or word.endswith(("ed", "d")) or not word[0].isalpha()

    def _read_period(self, place: int) -> int:
        """ "A month", "every year", "a few weeks"."""
        word, after = self._word(place), self._word(place + 1)
        if word in ("every", "each", "per", "a", "an") and after in UNITS:
            unit = UNITS[after]
            if unit.dimension is not Dimension.DURATION:
                return 0
            is_rate = word not in ("a", "an") or self._follows_counted(place)
            if is_rate:
                return self._add(self._make(Dimension.RATE, unit.factor, place, place + 2))
            if self._word(place - 1) in _BEFORE_PERIOD or not self._word(place - 1):
                half = [self._word(place + number) for number in (2, 3, 4)] == ["and", "a", "half"]
                value = unit.factor * (1.5 if half else 1)
                return self._finish(_Number(value / unit.factor, place, place + 1, 1), place + 1, half_more=half)
            return 0
        if word in ("past", "last", "next") and after in UNITS and UNITS[after].dimension is Dimension.DURATION:
            return self._add(self._make(Dimension.DURATION, UNITS[after].factor, place, place + 2))
        if word in A_FEW and after in UNITS:
            unit = UNITS[after]
            few = replace(self._make(unit.dimension, A_FEW[word] * unit.factor, place, place + 2), bound=Bound.ABOUT)
            return self._add(replace(few, low=2 * unit.factor, high=6 * unit.factor, step=unit.factor))
        return 0

    def _follows_counted(self, place: int) -> bool:
        """Whether only words for what is counted are between the last quantity and this place."""
        if not self.found:
            return False
        end = self.found[-1].end
        return end <= place and all(
            self.tokens[each].is_word and self._word(each) not in _ENDS_NOUN for each in range(end, place)
        )

    # -- numbers

    def _read_number(self, place: int) -> _Number | None:
        token = self.tokens[place] if place < len(self.tokens) else None
        if token is None:
            return None
        if token.value is not None:
            decimals = len(token.text.replace("·", ".").partition(".")[2])
            number = _Number(token.value, place, place + 1, 10.0**-decimals)
            scale = SCALES.get(self._word(place + 1))
            return (
                number._replace(value=number.value * scale, end=place + 2, step=number.step * scale)
                if scale
                else number
            )
        return self._read_number_words(place)

    def _read_number_words(self, place: int) -> _Number | None:
        """ "Sixty-eight", "two thousand two hundred and twenty-four", "a hundred", "half a million"."""
        total, current, end = 0.0, None, place
        word = self._word(place)
        if word in ("a", "half") and self._word(place + 1) in ("a", *SCALES, *DOZENS):
            rest = place + (2 if self._word(place + 1) == "a" else 1)
            value = SCALES.get(self._word(rest), 0) or DOZENS.get(self._word(rest), 0)
            if not value:
                return None
            return _Number(value / (2 if word == "half" else 1), place, rest + 1, value)
        while True:
            word = self._word(end)
            if word in CARDINALS:
                if current is not None and not (current % 100 == 0 or (current % 10 == 0 and CARDINALS[word] < 10)):
                    break
                current = (current or 0) + CARDINALS[word]
                end += 1
                if word in TENS and self._word(end) == "-" and self._word(end + 1) in CARDINALS:
                    end += 1
            elif word in SCALES and current is not None:
                scale = SCALES[word]
                if scale == 100:
                    current *= scale
                else:
                    total, current = total + current * scale, 0
                end += 1
            elif (
                word == "and" and current is not None and (total or current >= 100) and self._word(end + 1) in CARDINALS
            ):
                end += 1
            else:
                break
        if current is None:
            return None
        return _Number(total + current, place, end, 1)

    def _read_counted(self, place: int) -> int:
        number = self._read_number(place)
        if number is None or self._is_label(number):
            return 0
        return self._finish(number, number.end)

    def _is_label(self, number: _Number) -> bool:
        """Whether a number is part of a name: "NG-59", "stage 4", "call 999"."""
        before = self._word(number.begin - 1)
        if before == "-" and self.tokens[number.begin].joined and self.tokens[number.begin - 1].joined:
            earlier = self._word(number.begin - 2)
            return (
                bool(earlier) and earlier[0].isalpha() and earlier not in CARDINALS and (earlier,) not in BOUNDS_BEFORE
            )
        if before in _LABELS and self._word(number.begin - 2) not in _EACH:
            return self._word(number.end) not in UNITS
        return number.value in _SHORTCUTS and self.tokens[number.begin].text in map(str, _SHORTCUTS)

    def _finish(self, first: _Number, end: int, half_more: bool = False) -> int:
        """Read what follows a number: the end of a range, a unit, of how many."""
        unit_end, unit = self._read_unit(end)
        second = self._read_range_end(first, unit_end)
        if second is not None:
            last_unit_end, last_unit = self._read_unit(second.end)
            if unit in UNITS and last_unit in UNITS and unit != last_unit:
                first = first._replace(value=first.value * UNITS[unit].factor / UNITS[last_unit].factor)
            unit, unit_end = last_unit or unit, last_unit_end
        low, high = first.value, second.value if second else first.value
        if half_more and unit:
            low, high, unit_end = low + 0.5, high + 0.5, unit_end + 3
        step = min(first.step, second.step) if second else first.step
        if unit == "%":
            if self._word(unit_end) in _NAMES_INTERVAL and second is None:
                return unit_end + 1
            share = Quantity(Dimension.SHARE, low / 100, high / 100, Bound.EXACT, "", first.begin, unit_end, step / 100)
            return self._add(self._as_interval(share) if second else share)
        if unit is not None:
            return self._add_measured(unit, low, high, step, first.begin, unit_end)
        return self._add_plain(low, high, step, first.begin, second.end if second else first.end, second is not None)

    def _add_measured(self, unit: str, low: float, high: float, step: float, begin: int, end: int) -> int:
        if unit == "°":
            return self._add(Quantity(Dimension.TEMPERATURE, low, high, Bound.EXACT, "", begin, end, step))
        dimension, factor = UNITS[unit]
        age_end = self._find_age(begin, end, unit)
        if age_end:
            years = factor / DAYS_OF_YEAR
            return self._add(
                Quantity(Dimension.AGE, low * years, high * years, Bound.EXACT, "", begin, age_end, step * years)
            )
        return self._add(Quantity(dimension, low * factor, high * factor, Bound.EXACT, "", begin, end, step * factor))

    def _add_plain(self, low: float, high: float, step: float, begin: int, end: int, is_range: bool) -> int:
        """A number without a unit: of how many, an age, a year, a ratio, or a count."""
        share_end = self._read_out_of(low, high, begin, end)
        if share_end:
            return share_end
        token = self.tokens[begin]
        if not is_range and low in _YEARS and token.value is not None and "," not in token.text and low == int(low):
            if not self._counts_people(end):
                return self._add(Quantity(Dimension.YEAR, low, high, Bound.EXACT, "", begin, end))
        if self._is_ratio(begin, end):
            return self._add(Quantity(Dimension.RATIO, low, high, Bound.EXACT, "", begin, end, step))
        whole = Quantity(Dimension.COUNT, low, high, Bound.EXACT, "", begin, end, step)
        if is_range and self._is_interval(begin):
            return self._add(replace(whole, dimension=Dimension.INTERVAL))
        if self._is_bare_age(low, begin, end):
            return self._add(replace(whole, dimension=Dimension.AGE))
        if self._word(end) in ("times", "fold") or (self._word(end) == "-" and self._word(end + 1) == "fold"):
            return self._add(replace(whole, dimension=Dimension.RATIO))
        counted = self._find_counted(end)
        return self._add(replace(whole, counted=counted, is_total=self._is_total(begin)))

    def _read_unit(self, place: int) -> tuple[int, str | None]:
        """The end of the unit at a place, and its name: one of ``UNITS``, "%" or "°"."""
        word = self._word(place)
        if word == "-" and self._word(place + 1) in UNITS:
            place, word = place + 1, self._word(place + 1)
        if word == "%" or word == "percent" or (word == "per" and self._word(place + 1) in ("cent", "centum")):
            return place + (2 if word == "per" else 1), "%"
        if word == "°" or word in ("degrees", "degree"):
            return place + (2 if self._word(place + 1) in ("c", "celsius") else 1), "°"
        if word in UNITS and not (len(word) == 1 and word == "m" and not self.tokens[place - 1].value):
            return place + 1, word
        return place, None

    def _read_range_end(self, first: _Number, place: int) -> _Number | None:
        """The second number of a range whose first one ends before this place."""
        word = self._word(place)
        is_between = any(self._word(first.begin - back) == "between" for back in (1, 2))
        if not (word in ("-", "–", "to", "or") or (word == "and" and is_between)):
            return None
        place += 1
        while self._word(place) in ("less", "than", "about", "around", "almost", "a", "nearly") and self._word(place):
            if self._word(place) == "a" and self._word(place + 1) not in SCALES:
                if self._word(place + 1) in UNITS:
                    return _Number(1.5 if self._ends_in_half(place + 2) else 1, place, place + 1, 0.5)
                return None
            if self._word(place) == "a":
                break
            place += 1
        second = self._read_number(place)
        if second is None or second.value < first.value or (word == "or" and second.value > 2 * first.value):
            return None
        if first.value in _YEARS and second.value in _YEARS and word != "or":
            return None
        return second

    def _ends_in_half(self, place: int) -> bool:
        return [self._word(place + number) for number in range(3)] == ["and", "a", "half"]

    def _read_out_of(self, low: float, high: float, begin: int, end: int) -> int:
        """The share that a number begins: "13 of 1,975 people", "1 in every 13", "3–5 people per 100,000"."""
        place = end
        while (
            place < len(self.tokens)
            and place - end < 4
            and self.tokens[place].is_word
            and self._word(place) not in _ENDS_NOUN
        ):
            place += 1
        if self._word(place) == "(":
            return 0
        word = self._word(place)
        if word == "out" and self._word(place + 1) == "of":
            place, word = place + 1, "out of"
        elif word not in _OUT_OF:
            if not (word == "for" and self._word(place + 1) in ("every", "each")):
                return 0
        counted = self._find_counted(end)
        if word == "in" and counted and not is_people(counted):
            return 0
        place += 1
        is_every = self._word(place) in ("every", "each") or word in ("per", "for")
        while self._word(place) in _EACH and self._word(place):
            place += 1
        while (self._word(place),) in BOUNDS_BEFORE and BOUNDS_BEFORE[(self._word(place),)] is Bound.ABOUT:
            place += 1
        total = self._read_number(place)
        if total is None or total.value < high or total.value <= 1 or self._read_unit(total.end)[1]:
            return 0
        if word == "in" and total.value in _YEARS and total.step == 1 and "," not in self.tokens[place].text:
            return 0
        counted = counted | self._find_counted(total.end)
        is_rate = (
            is_every or total.value in _ROUND or (word in ("in", "out of") and (total.value <= _SMALL or low == 1))
        )
        is_rate = is_rate or (word == "of" and low == 1 and total.value <= _SMALL and total.value == 10)
        loose = is_rate and (total.value <= _SMALL or low == 1)
        share = Quantity(
            Dimension.SHARE,
            low / total.value,
            high / total.value,
            Bound.EXACT,
            "",
            begin,
            total.end,
            1 / total.value if is_rate else 0.0001,
            is_loose=loose,
            counted=counted,
            events=None if is_rate else low,
            is_computed=not is_rate,
        )
        bound, last = self._find_bound(begin, total.end, Bound.EXACT)
        if not is_rate:
            count = Quantity(Dimension.COUNT, low, high, bound, "", begin, end, counted=counted)
            whole = Quantity(
                Dimension.COUNT,
                total.value,
                total.value,
                Bound.EXACT,
                "",
                total.begin,
                total.end,
                counted=counted,
                is_total=True,
            )
            self.found += [count, whole]
        self.found.append(replace(share, bound=bound))
        return last

    # -- what a number is

    def _find_age(self, begin: int, end: int, unit: str) -> int:
        """The end of an age in units of time, or 0: "20-year-old", "70 years of age", "aged 50 years or younger"."""
        words = [self._word(end + number) for number in range(3)]
        if words[0] == "-" and words[1] in ("old", "olds"):
            return end + 2
        if words[0] in ("old", "olds"):
            return end + 1
        if words[0] == "of" and words[1] == "age":
            return end + 2
        if words[0] in ("or", "and") and words[1] in _COMPARES_AGE and unit.startswith("y"):
            return end
        before = [self._word(begin - number) for number in range(1, 5)]
        says_age = any(word in _SAYS_AGE_BEFORE for word in before) or any(
            word in _COMPARES_AGE and before[index - 1] == "than" for index, word in enumerate(before) if index
        )
        return end if says_age and unit.startswith(("y", "m")) else 0

    def _is_bare_age(self, value: float, begin: int, end: int) -> bool:
        if value not in _AGES and not (value == 0 and self._word(begin - 1) in _SAYS_AGE_BEFORE):
            return False
        before, after = self._word(begin - 1), self._word(end)
        if before == "at" and after in (",", ":", ";", ".", "") and value >= _OLD_ENOUGH:
            return True
        while before in (
            "over",
            "under",
            "≥",
            ">",
            "<",
            "≤",
            "about",
            "around",
            "at",
            "least",
            "to",
            "up",
            "and",
            "than",
        ):
            if before in ("over", "under") and not self._find_counted(end) and after != "%":
                return value >= _OLD_ENOUGH or is_people(find_meanings(self._word(begin - 2)))
            begin -= 1
            before = self._word(begin - 1)
            if before == "of" or before in _COMPARES_AGE:
                break
        if before in _SAYS_AGE_BEFORE or before in _COMPARES_AGE:
            return True
        if before in ("was", "is", "were", "are", "of") and self._word(begin - 2) in _SAYS_AGE_BEFORE:
            return True
        if before == "of" and self._word(begin - 2) == "age":
            return True
        if after in ("or", "and") and self._word(end + 1) in _COMPARES_AGE:
            return True
        if value < _OLD_ENOUGH or self._find_counted(end):
            return False
        if (
            before in ("were", "are", "is", "was", "be")
            and after in ("or", "and")
            and self._word(end + 1) in BOUNDS_AFTER
        ):
            return True
        return before in ("of", "from", "between") and is_people(find_meanings(self._word(begin - 2)))

    def _is_ratio(self, begin: int, end: int) -> bool:
        before = self.tokens[max(0, begin - 8) : begin]
        if any(token.text in _RATIOS for token in before[-3:]):
            return True
        words = [token.word for token in before]
        named = any(
            (one, two) in (("odds", "ratio"), ("hazard", "ratio"), ("risk", "ratio"), ("relative", "risk"))
            for one, two in zip(words, words[1:], strict=False)
        )
        return named and not self._find_counted(end)

    def _is_interval(self, begin: int) -> bool:
        before = [self._word(begin - number) for number in range(1, 6)]
        return any(word in _NAMES_INTERVAL for word in before)

    def _as_interval(self, share: Quantity) -> Quantity:
        """A range of percentages after another one in the same brackets is its interval of confidence."""
        before = self.found[-1] if self.found else None
        in_brackets = (
            before is not None
            and before.dimension is Dimension.SHARE
            and before.low == before.high
            and self._word(before.end) in (",", ";", "(")
            and before.end + 1 == share.begin
        )
        if in_brackets or self._is_interval(share.begin):
            return replace(share, dimension=Dimension.INTERVAL, low=share.low * 100, high=share.high * 100, step=1)
        return share

    def _is_total(self, begin: int) -> bool:
        place = begin - 1
        if self._word(place) in ("every", "each"):
            return True
        while self._word(place) in (*_EACH, "about", "around", "a"):
            place -= 1
        return self._word(place) in ("of", "among", "every")

    def _counts_people(self, place: int) -> bool:
        return is_people(self._find_counted(place))

    def _find_counted(self, place: int) -> frozenset[str]:
        """The meanings of the words that a number is followed by, up to the end of the name of what is counted."""
        meanings: set[str] = set()
        for token in self.tokens[place : place + 4]:
            if not token.is_word or token.word in _ENDS_NOUN or token.word in CARDINALS:
                break
            meanings |= find_meanings(token.word)
        return frozenset(meanings)

    def _find_bound(self, begin: int, end: int, given: Bound) -> tuple[Bound, int]:
        """How words around a quantity limit it, and where it ends with them."""
        place = end
        while place - end < 4 and self._is_between_bound(place):
            place += 1
        if self._word(place) in ("or", "and") and self._word(place + 1) in BOUNDS_AFTER:
            if not (self._word(place) == "and" and self._word(place + 2) in ("than", "often", "common", "likely")):
                return BOUNDS_AFTER[self._word(place + 1)], place + 2
        if self._word(end) == "or" and self._word(end + 1) == "so":
            return Bound.ABOUT, end + 2
        if self._word(end) == "+":
            return Bound.AT_LEAST, end + 1
        start = begin
        while True:
            for length in range(min(_LONGEST_BOUND, start), 0, -1):
                words = tuple(token.word for token in self.tokens[start - length : start])
                if words in BOUNDS_BEFORE:
                    return BOUNDS_BEFORE[words], end
            if self._word(start - 1) in _SKIPPED_BEFORE or (self._word(start - 1) == "-" and start > 1):
                start -= 1
            else:
                return given, end

    def _is_between_bound(self, place: int) -> bool:
        """Whether a word may be between a number and "or more": the name of what it counts, "in diameter", "of age"."""
        word = self._word(place)
        if word in ("in", "diameter", "of", "age", "years", "across", ","):
            return True
        return bool(word) and word[0].isalpha() and word not in _ENDS_NOUN

    def _make(self, dimension: Dimension, value: float, begin: int, end: int, bound: Bound = Bound.EXACT) -> Quantity:
        return Quantity(dimension, value, value, bound, "", begin, end)

    def _share(self, value: float, begin: int, end: int) -> Quantity:
        return Quantity(Dimension.SHARE, value, value, Bound.EXACT, "", begin, end, 0.05, is_loose=True)


def _join_shares_to_counts(found: Sequence[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities with their words, and shares in brackets with the counts before them."""
    joined: list[Quantity] = []
    for quantity in found:
        written = _join_text(tokens[quantity.begin : quantity.end])
        each = replace(quantity, written=written)
        before = joined[-1] if joined else None
        if (
            each.dimension is Dimension.SHARE
            and before is not None
            and before.dimension is Dimension.COUNT
            and before.low == before.high
            and any(token.word in ("(", ",") for token in tokens[before.end : each.begin])
            and each.begin - before.end <= 5
        ):
            each = replace(each, events=before.low)
        if (
            each.dimension is Dimension.SHARE
            and before is not None
            and before.dimension is Dimension.SHARE
            and any(token.word in ("(", ",", "or") for token in tokens[before.end : each.begin])
            and each.begin - before.end <= 5
            and abs(each.low - before.low) < _SAME_SHARE
            and each.bound is Bound.EXACT
        ):
            each = replace(each, bound=before.bound)
        joined.append(each)
    return [*joined, *_compute_shares(joined, tokens)]


def _join_text(tokens: Sequence[Token]) -> str:
    """The words of some tokens, with a space where there was one."""
    return "".join(f"{'' if token.joined or not place else ' '}{token.text}" for place, token in enumerate(tokens))


def _compute_shares(found: Sequence[Quantity], tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The shares that "Of the 66 people, 49 …" gives without naming them."""
    for place, whole in enumerate(found):
        if whole.dimension is not Dimension.COUNT or not whole.is_total or whole.low != whole.high:
            continue
        part = next((each for each in found[place + 1 :] if each.dimension is Dimension.COUNT), None)
        if part is None or part.is_total or part.high > whole.low or not whole.low:
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
            step=1 / whole.low if is_rate else 0.0001,
            events=None if is_rate else part.low,
            is_computed=not is_rate,
            written=f"{part.written} of {whole.written}",
        )
