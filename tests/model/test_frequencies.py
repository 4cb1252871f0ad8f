"""Numbers of people: computed exactly, told out of a round number, and never rounded into another meaning."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.model.frequencies import MOST, Frequency, Rounded, choose_common_total, measure_difference, round_share

SOME = st.integers(2, 10**10).flatmap(
    lambda total: st.builds(
        Frequency, st.integers(1, total - 1) | st.integers(max(1, total - 9), total - 1), st.just(total)
    )
)
"""Shares between none and all, many of them close to all."""
FREQUENCIES = st.integers(1, 10**10).flatmap(lambda total: st.builds(Frequency, st.integers(0, total), st.just(total)))


@pytest.mark.parametrize(
    ("groups", "total"),
    [
        (["12/1000", "20/1000"], 1_000),
        (["3/7"], 7),
        (["3/20", "5/20"], 20),
        (["1/500"], 500),
        (["11/1172"], 100),
        (["7/1172"], 1_000),
        (["0/1172"], 100),
        (["12/1000", "20/10000"], 1_000),
        (["3/60", "9/120"], 1_000),
        (["3/10", "20/100"], 100),
        (["9/10000", "12/10000"], 10_000),
        (["940/100000", "1260/100000"], 100_000),
        (["94/10001", "126/10001"], 10_000),
        (["1/1000000"], 1_000_000),
        (["1/3000000"], 10_000_000),
        (["334/1001", "333/998"], 100),
        (["998/1003"], 1_000),
        (["999999/1000003"], 1_000_000),
        (["1003/1003"], 100),
        (["998/1003", "1003/1003"], 1_000),
        (["1999999/4000001", "2000000/4000003"], 100),
        ([f"1/{MOST}", f"1/{MOST - 1}"], MOST),
    ],
)
def test_groups_are_told_out_of_the_smallest_round_number_that_keeps_their_meaning(groups: list[str], total: int):
    frequencies = [Frequency(*map(int, group.split("/"))) for group in groups]
    assert choose_common_total(frequencies) == total


@pytest.mark.parametrize(
    ("share", "total", "shown"),
    [
        (Fraction(12, 1000), 1_000, Rounded(12, True)),
        (Fraction(11, 1172), 100, Rounded(1, False)),
        (Fraction(11, 1172), 1_000, Rounded(9, False)),
        (Fraction(1, 2), 1, Rounded(1, False)),
        (Fraction(12 - 20, 1000), 1_000, Rounded(-8, True)),
        (Fraction(-1, 200), 100, Rounded(-1, False)),
        (Fraction(0), 100, Rounded(0, True)),
    ],
)
def test_a_share_is_told_in_whole_people(share: Fraction, total: int, shown: Rounded):
    assert round_share(share, total) == shown


@given(st.lists(FREQUENCIES, min_size=1, max_size=3))
def test_no_number_that_is_shown_is_a_tenth_off_and_none_vanishes(frequencies: list[Frequency]):
    total = choose_common_total(frequencies)
    for frequency in frequencies:
        people, exact = round_share(frequency.share, total)
        assert abs(people - frequency.share * total) <= frequency.share * total / 10
        assert bool(people) == bool(frequency.events)
        assert exact == (frequency.share * total == people)


@given(st.lists(SOME, min_size=1, max_size=3))
def test_some_people_are_never_told_as_none_or_all(frequencies: list[Frequency]):
    total = choose_common_total(frequencies)
    for frequency in frequencies:
        assert 0 < round_share(frequency.share, total).people < total


@given(FREQUENCIES, FREQUENCIES)
def test_a_difference_of_a_person_has_the_right_sign_and_is_not_lost(one: Frequency, other: Frequency):
    total = choose_common_total([one, other])
    difference = round_share(measure_difference(one, other), total).people
    a_person = abs(one.share - other.share) * max(one.total, other.total) >= 1
    assert (difference > 0) == (a_person and one.share > other.share)
    assert (difference < 0) == (a_person and one.share < other.share)
