"""Whether the quantities of a statement are those of the words pinned to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.lexicon.content_words import is_people
from citewell.lexicon.number_words import Bound
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity

_UPPER: Final = frozenset({Bound.UNDER, Bound.AT_MOST, Bound.WITHIN})
_LOWER: Final = frozenset({Bound.OVER, Bound.AT_LEAST})
_NEAR: Final = frozenset({Bound.ABOUT, Bound.ALMOST, Bound.JUST_OVER})
_STATED: Final = frozenset({Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST})
_ABOUT: Final = 0.11  # how far "about" may be from a number, as a share of it
_ABOUT_SHARE: Final = 0.06
_SMALL_SHARE: Final = 0.1
_LOOSE: Final = 0.12
_LOOSE_SHARE: Final = 0.031
_LOOSE_ABOUT: Final = 0.035  # "about a third" is 30%
_EXACT: Final = frozenset({Dimension.YEAR, Dimension.AGE, Dimension.RATE})
_MEANS: Final = frozenset({Dimension.COUNT, Dimension.AGE})
_WITHOUT_BOUNDS: Final = frozenset({Dimension.DURATION, Dimension.RATE})  # "after 2 weeks" is "over 2 weeks"
_OTHER_UNIT: Final = 0.09  # three months are twelve weeks
_ALMOST: Final = 0.85  # of the number
_JUST_OVER: Final = 1.16
_SAME: Final = 1e-6
_MEASURED: Final = frozenset({Dimension.DURATION, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME})
_LITTLE_MORE: Final = 1.5  # times the end of a range
_FAR_TOTAL: Final = 5  # times: a number of all and a number of some are not taken for each other
_SMALLEST: Final = 2
_FAR: Final = 10  # times
_FAR_COUNTS: Final = 50  # times: no slip of the pen; something else is counted
_LARGE: Final = 10  # people: of fewer, a share says nothing exact
_FIRM: Final = frozenset(
    {"people", "study", "group", "expert", "doctor", "guid", "countr", "centr", "red", "flag", "symptom"}
)
"""Meanings of things that are not called otherwise."""


class Difference(NamedTuple):
    """Two quantities of one kind that do not agree; ``bound_only`` says that only "more", "less" and similar differ."""

    stated: Quantity
    pinned: Quantity
    bound_only: bool


def compare_quantities(
    stated: Sequence[Quantity], pinned: Sequence[Quantity], *, denies: bool = False
) -> list[Difference]:
    """Each quantity of a statement that the pinned words give otherwise; what they do not give at all is left alone.

    ``denies`` says that one of the texts denies what the other says, so that the rest of a whole may be meant.
    """
    unused = list(pinned)
    open_ones: list[Quantity] = []
    for each in stated:
        fitting = [other for other in pinned if fits(each, other) and not _counts_other_things(each, other, pinned)]
        unused = [other for other in unused if not any(other is one for one in fitting)]
        if not fitting and not _is_derived(each, pinned, denies=denies):
            open_ones.append(each)
    differences = list(_pair(open_ones, unused, stated, pinned))
    return [*differences, *_find_lost_bounds(stated, pinned)]


def _pair(
    open_ones: Sequence[Quantity], unused: list[Quantity], stated: Sequence[Quantity], pinned: Sequence[Quantity]
) -> Iterator[Difference]:
    """Pair quantities that fit nothing with the nearest of the same kind that nothing fits."""
    rest = list(unused)
    paired: list[Quantity] = []
    for each in sorted(open_ones, key=lambda one: one.is_computed):
        if each.is_computed and any(one.is_total for one in paired):
            continue  # the other total says it already
        if each.is_computed:
            candidates = [other for other in pinned if _is_of_same_events(each, other)]
        else:
            most = max((one.low for one in stated if one.dimension is Dimension.COUNT and not one.is_total), default=0)
            candidates = [other for other in rest if _may_be_meant(each, other, most)]
        if not candidates:
            continue
        nearest = min(candidates, key=lambda other: (_is_other_role(each, other), _distance(each, other)))
        rest = [other for other in rest if other is not nearest]
        paired.append(each)
        yield Difference(each, nearest, _is_about_same_number(each, nearest))


def _may_be_meant(stated: Quantity, pinned: Quantity, most: float) -> bool:
    """Whether a pinned quantity is that of which the stated one differs; ``most`` is the largest part it names."""
    if not _is_comparable(stated, pinned):
        return False
    return not stated.is_total or pinned.is_total or max(most, stated.low / _FAR_TOTAL) < pinned.low


def _counts_other_things(stated: Quantity, fitting: Quantity, pinned: Sequence[Quantity]) -> bool:
    """Whether a count is that of something else, and another one is given for what the statement counts."""
    if stated.dimension is not Dimension.COUNT or not stated.counted or not fitting.counted:
        return False
    return stated.counted != fitting.counted and any(
        other.dimension is Dimension.COUNT and other.counted == stated.counted and not is_people(other.counted)
        for other in pinned
    )


def _is_of_same_events(computed: Quantity, other: Quantity) -> bool:
    """Whether a share is given for the same count of which another share can be computed."""
    return other.dimension is Dimension.SHARE and computed.events is not None and other.events == computed.events


def _is_other_role(one: Quantity, other: Quantity) -> bool:
    return one.is_total != other.is_total


def _distance(one: Quantity, other: Quantity) -> float:
    return abs(one.low - other.low) / max(abs(one.low), abs(other.low), _SAME)


def _is_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are for certain of one kind."""
    if one.dimension is not other.dimension:
        return False
    low, high = sorted((one.low, other.low))
    if one.dimension is Dimension.COUNT and low <= _SMALLEST:  # "one" and "two" are often not counts
        both_bare = low == _SMALLEST and not one.counted and not other.counted
        if high > _FAR * low or not (both_bare or one.counted & other.counted):
            return False
    if one.dimension is Dimension.COUNT and high > _FAR_COUNTS * low and not one.counted & other.counted:
        return False
    if one.dimension is not Dimension.COUNT or not one.counted or not other.counted:
        return True
    if is_people(one.counted) and is_people(other.counted):
        return True
    return bool(one.counted & other.counted) or not (one.counted & _FIRM or other.counted & _FIRM)


def _is_about_same_number(one: Quantity, other: Quantity) -> bool:
    return _is_near(one.low, other.low, one) and _is_near(one.high, other.high, one)


def _is_derived(stated: Quantity, pinned: Sequence[Quantity], *, denies: bool) -> bool:
    """Whether a quantity follows from others: the rest of a whole, a sum, a share of a total."""
    if stated.dimension is Dimension.SHARE:
        whole = (other for other in pinned if other.dimension is Dimension.SHARE and other.low == other.high)
        if denies and any(_is_rest(stated, other) for other in whole):
            return True
        counts = [each.low for each in pinned if each.dimension is Dimension.COUNT and each.low == each.high]
        return (
            any(
                total and part < total and _holds(stated, part / total, 0)
                for total in counts
                for part in counts
                if part != total
            )
            and not stated.is_computed
        )
    if stated.dimension is Dimension.COUNT and stated.low == stated.high:
        return _is_computed_count(stated, pinned)
    return False


def is_rest_given(stated: Sequence[Quantity], pinned: Sequence[Quantity]) -> bool:
    """Whether a share of a statement is the rest of one that the pinned words give."""
    shares, others = ([each for each in those if each.dimension is Dimension.SHARE] for those in (stated, pinned))
    return any(
        _is_rest(one, other) and not fits(one, other) for one in shares for other in others if one.low == one.high
    )


def _is_rest(stated: Quantity, other: Quantity) -> bool:
    """Whether a share is the rest of another: 45% had none where 55% had some."""
    return _holds(stated, 1 - other.low, 0) and other.bound not in _STATED


def _can_add(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of the same things, as far as can be seen, and not one taken twice."""
    return one.low > other.low and (not one.counted or not other.counted or bool(one.counted & other.counted))


def _is_computed_count(stated: Quantity, pinned: Sequence[Quantity]) -> bool:
    whole = [each for each in pinned if each.dimension is Dimension.COUNT and each.low == each.high]
    counts = [each.low for each in whole]
    value = stated.low
    if any(
        value in (one.low - other.low, one.low + other.low) for one in whole for other in whole if _can_add(one, other)
    ):
        return True
    shares = [each for each in pinned if each.dimension is Dimension.SHARE and each.low == each.high]
    return any(
        abs(share.low * total - value) <= max(0.5, share.step * total / 2)
        for share in shares
        for total in counts
        if total > value and total >= _LARGE
    )


def fits(stated: Quantity, pinned: Quantity) -> bool:
    """Whether one pinned quantity supports a stated one."""
    if stated.dimension is not pinned.dimension:
        return False
    if stated.low != stated.high or pinned.low != pinned.high:
        return _fits_range(stated, pinned)
    return _fits_one(stated, pinned)


def _fits_one(stated: Quantity, pinned: Quantity) -> bool:
    value, given = stated.low, pinned.low
    one, other = stated.bound, pinned.bound
    if one in _LOWER:
        if other in _UPPER or other is Bound.ALMOST:
            return False
        if other in _LOWER:
            return _is_near(value, given, stated, pinned)
        return given > value or (one is not Bound.OVER and given >= value - _SAME)
    if one in _UPPER:
        if other in _LOWER:
            return False
        if other in _UPPER:
            return _is_near(value, given, stated, pinned)
        return given < value or (one is not Bound.UNDER and given <= value + _SAME)
    if other in _UPPER:
        return _is_near(value, given, stated, pinned)
    return _holds(stated, given, pinned.step, pinned)


def _fits_range(stated: Quantity, pinned: Quantity) -> bool:
    if stated.low == stated.high:
        if stated.bound in _UPPER:
            is_just_above = pinned.high <= stated.high <= _LITTLE_MORE * pinned.high
            return _is_near(stated.high, pinned.high, stated, pinned) or is_just_above
        if stated.bound in _LOWER:
            return stated.low <= pinned.low * (1 + _SAME) or _is_near(stated.low, pinned.low, stated, pinned)
        inside = pinned.low < stated.low < pinned.high or (
            (stated.bound in _NEAR or stated.is_loose) and stated.low in (pinned.low, pinned.high)
        )
        middle = abs(stated.low - (pinned.low + pinned.high) / 2) <= _SAME * max(1.0, stated.low)
        return inside and (stated.bound in _NEAR or pinned.bound is Bound.ABOUT or stated.is_loose or middle)
    if pinned.low == pinned.high:
        return stated.low * (1 - _SAME) <= pinned.low <= stated.high * (1 + _SAME)
    if stated.bound is Bound.ABOUT and stated.low <= pinned.low and pinned.high <= stated.high:
        return True  # "a few days" are 3 to 5 days
    return _is_near(stated.low, pinned.low, stated, pinned) and _is_near(stated.high, pinned.high, stated, pinned)


def _holds(stated: Quantity, given: float, step: float, pinned: Quantity | None = None) -> bool:
    """Whether a stated number, with its bound, is right of a value."""
    value = stated.low
    if stated.bound in _LOWER:
        return given >= value - _SAME
    if stated.bound in _UPPER:
        return given <= value + _SAME
    if stated.bound is Bound.ALMOST:
        return value * _ALMOST <= given <= value + step / 2 or _is_near(value, given, stated, pinned, exact=True)
    if stated.bound is Bound.JUST_OVER:
        return value - step / 2 <= given <= value * _JUST_OVER
    return _is_near(value, given, stated, pinned)


def _is_near(
    value: float, given: float, stated: Quantity, pinned: Quantity | None = None, *, exact: bool = False
) -> bool:
    """Whether two values are the same as far as they are written; ``exact`` leaves "about" and similar out of it."""
    off, size = abs(value - given), max(abs(value), abs(given))
    if off <= _SAME * size or (stated.is_computed and pinned is not None and off <= pinned.step / 2 + _SAME):
        return True
    if pinned is not None and pinned.step < 1 and stated.step == 1 and stated.dimension in _MEANS:
        return off <= 1 / 2 + _SAME  # a mean of 47.3 is 47
    if stated.dimension in _EXACT:
        return False
    is_share = stated.dimension is Dimension.SHARE
    if stated.is_loose and not exact:
        most = _LOOSE_ABOUT if stated.bound in _NEAR else _LOOSE_SHARE
        return off <= (min(_LOOSE * size, most) if size > _SMALL_SHARE else _LOOSE * size)
    if stated.bound in _NEAR and not exact:
        return off <= (min(_ABOUT * size, _ABOUT_SHARE) if is_share else _ABOUT * size) + stated.step / 2
    if pinned is not None and pinned.is_loose:
        return off <= _LOOSE * size
    return _is_rounded(value, given, stated, pinned)


def _is_rounded(value: float, given: float, stated: Quantity, pinned: Quantity | None) -> bool:
    """Whether a value is another one rounded, or cut, to the last place that is written."""
    off = abs(value - given)
    if stated.dimension is Dimension.COUNT and stated.step == 1:
        return False
    if stated.dimension in _MEASURED and pinned is not None and stated.step != pinned.step:
        return off <= _OTHER_UNIT * max(value, given)
    is_cut = stated.dimension is Dimension.SHARE and 0 <= given - value < stated.step * (1 - _SAME)
    return off <= stated.step / 2 * (1 + _SAME) or is_cut


def _find_lost_bounds(stated: Sequence[Quantity], pinned: Sequence[Quantity]) -> Iterator[Difference]:
    """Numbers whose "more than", "at least" and similar words of the source are left out."""
    for each in stated:
        is_plain = each.bound is Bound.EXACT and each.low == each.high and not each.is_loose and not each.is_computed
        if not is_plain or each.dimension in _WITHOUT_BOUNDS or (each.dimension is Dimension.COUNT and each.low == 1):
            continue
        same = [other for other in pinned if other.dimension is each.dimension and fits(each, other)]
        if same and all(other.bound in _STATED and other.low == other.high for other in same):
            yield Difference(each, same[0], bound_only=True)
