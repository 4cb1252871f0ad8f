"""Syllables against words counted by hand; one list was never looked at while the rules were found."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.lexicon.syllables import count_syllables

HERE = Path(__file__).parent
LISTS = ("words_of_the_rules", "words_of_health_pages")


def counted_by_hand(name: str) -> dict[str, int]:
    words: dict[str, int] = {}
    count = 0
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        number, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            count = int(number)
        if not line.startswith("#"):
            words |= dict.fromkeys((rest if colon else line).split(), count)
    return words


@pytest.mark.parametrize("name", LISTS)
def test_at_least_98_words_of_100_are_counted_right(name: str):
    by_hand = counted_by_hand(name)
    wrong = {word: (count_syllables(word), right) for word, right in by_hand.items() if count_syllables(word) != right}
    assert len(by_hand) >= 150
    assert len(wrong) <= 0.02 * len(by_hand), wrong


@pytest.mark.parametrize("name", LISTS)
def test_long_words_and_the_sum_are_right_to_one_in_a_hundred(name: str):
    by_hand = counted_by_hand(name)
    long_by_hand = {word for word, right in by_hand.items() if right >= 3}
    long_by_rule = {word for word in by_hand if count_syllables(word) >= 3}
    assert len(long_by_hand ^ long_by_rule) <= 0.01 * len(by_hand)
    assert sum(map(count_syllables, by_hand)) == pytest.approx(sum(by_hand.values()), rel=0.01)


def test_the_two_lists_share_no_word():
    first, second = map(counted_by_hand, LISTS)
    assert not first.keys() & second.keys()


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Fever", 2),
        ("patient’s", 2),
        ("doctor's", 2),
        ("café", 2),
        ("oedème", 2),
        ("isn't", 2),
        ("wouldn’t", 2),
        ("don't", 1),
        ("won’t", 1),
        ("initiate", 4),
        ("appreciates", 4),
        ("caesarean", 4),
        ("brr", 1),
        ("", 1),
        ("脊椎", 1),
        ("5", 1),
    ],
)
def test_capitals_accents_and_other_scripts(word: str, count: int):
    assert count_syllables(word) == count
