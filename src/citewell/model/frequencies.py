"""Natural frequencies: how many people something happens to, of how many, and how two such numbers are compared.

Readers compare counts best when both are out of the same round number of people (Gigerenzer and others, *Helping
doctors and patients make sense of health statistics*, 2007). All arithmetic is exact; only what is shown is rounded to
whole people, and says "about" then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

#: Nobody is asked to picture a fraction of more people than there are.
MOST: Final = 10**10
#: How far a number of people that is shown may lie from the exact one, as a share of it.
_NEAR: Final = Fraction(1, 10)
#: A total that reads well as it is: 20, 100, 5,000.
_ROUND: Final = re.compile(r"[125]0*")
_SMALL: Final = 100
_POWERS: Final = range(2, 12)  # even one in ``MOST`` is ten people then


class Rounded(NamedTuple):
    """A whole number of people, and whether that is what was computed to the last person."""

    people: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Frequency:
    """``events`` people out of ``total``: ``0 <= events <= total`` and ``total >= 1``."""

    events: int
    total: int

    @property
    def share(self) -> Fraction:
        """The share of people it happens to, from 0 to 1."""
        return Fraction(self.events, self.total)


def round_share(share: Fraction, total: int) -> Rounded:
    """How many people of ``total`` a share is; halves are rounded away from nothing. Below zero: fewer people."""
    exact = share * total
    whole = int(abs(exact) + Fraction(1, 2))
    return Rounded(-whole if exact < 0 else whole, exact.denominator == 1)


def measure_difference(one: Frequency, other: Frequency) -> Fraction:
    """How much larger the first share is than the other; nothing where that is less than one person of those counted.

    No study can tell two groups apart by less than a person.
    """
    difference = one.share - other.share
    return difference if abs(difference) * max(one.total, other.total) >= 1 else Fraction(0)


def choose_common_total(frequencies: Sequence[Frequency]) -> int:
    """The number of people out of which all frequencies are given.

    It is the one they have if they share one that reads well; else the first power of ten from 100 on that tells each
    number, and each difference from the first, to within a tenth and never as all people, so that the numbers shown
    also add up.
    """
    totals = {frequency.total for frequency in frequencies}
    if len(totals) == 1 and _reads_well(max(totals)):
        return max(totals)
    near: list[int] = [10**power for power in _POWERS if _shows_difference(frequencies, 10**power)]
    fitting = (total for total in near if _adds_up(frequencies, total))
    return next(fitting, near[0])


def _reads_well(total: int) -> bool:
    return total <= _SMALL or bool(_ROUND.fullmatch(str(total)))


def _shows_difference(frequencies: Sequence[Frequency], total: int) -> bool:
    first, *others = frequencies
    wanted = [*(each.share for each in frequencies), *(measure_difference(first, other) for other in others)]
    return all(_is_near(share, total) for share in wanted)


def _is_near(share: Fraction, total: int) -> bool:
    """Whether rounding keeps the meaning: none and all of the people are shown only where none and all are meant."""
    people = abs(round_share(share, total).people)
    return abs(people - abs(share) * total) <= _NEAR * abs(share) * total and (people < total or abs(share) == 1)


def _adds_up(frequencies: Sequence[Frequency], total: int) -> bool:
    first, *others = frequencies
    people = round_share(first.share, total).people
    return all(
        people - round_share(other.share, total).people == round_share(measure_difference(first, other), total).people
        for other in others
    )
