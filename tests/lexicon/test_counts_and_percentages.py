"""Counts against the percentages beside them: sentences that an editor could add to, right ones and wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.lexicon.counts_and_percentages import Mismatch, find_mismatches

FOLDER = Path(__file__).parent / "percentages"


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("sentence", lines("right.txt"))
def test_numbers_that_fit_are_left_alone(sentence: str):
    assert list(find_mismatches(sentence)) == []


@pytest.mark.parametrize("sentence", lines("wrong.txt"))
def test_numbers_that_do_not_fit_are_found(sentence: str):
    assert list(find_mismatches(sentence))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It helped 68 of 149 people (64%).", Mismatch("68 of 149", "46%", "64%")),
        ("It helped 68 of 149 people (46.5%).", Mismatch("68 of 149", "45.6%", "46.5%")),
        ("Of 1,172 people, 11 (9.4%) had it.", Mismatch("11 of 1,172", "0.9%", "9.4%")),
        ("Four per cent (12 of 49) had it.", Mismatch("12 of 49", "24%", "Four per cent")),
    ],
)
def test_both_numbers_are_named(sentence: str, found: Mismatch):
    assert list(find_mismatches(sentence)) == [found]


def test_each_wrong_percentage_is_found_once():
    assert len(list(find_mismatches("Of 149 people, 68 (64%) had pain and 81 of 149 (45%) had none."))) == 2
