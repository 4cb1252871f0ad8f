"""Headings and labels that state something, told from those that name: lists that an editor could extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.growth import assert_linear

from citewell.lexicon.assertions import find_effect, states_something

FOLDER = Path(__file__).parent / "headings"
MISSED = " (missed)"


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_no_name_question_or_advice_is_taken_for_a_statement():
    assert [line for line in lines("names.txt") if states_something(line)] == []


@pytest.mark.parametrize("line", lines("statements.txt"))
def test_statement_is_found_unless_it_is_known_to_be_missed(line: str):
    assert states_something(line.removesuffix(MISSED)) != line.endswith(MISSED)


@pytest.mark.parametrize("part", ["1", "1,", "1.", "a"])
def test_time_grows_with_the_length_of_a_heading_and_not_faster(part: str):
    assert_linear(lambda size: states_something(part * size), 10_000)


def test_most_statements_are_found():
    statements = lines("statements.txt")
    assert len([line for line in statements if not line.endswith(MISSED)]) >= 0.8 * len(statements)


def test_no_definition_question_or_word_about_people_is_taken_for_an_effect():
    assert {line: found for line in lines("no_effects.txt") if (found := find_effect(line))} == {}


@pytest.mark.parametrize("line", lines("effects.txt"))
def test_effect_is_found_unless_it_is_known_to_be_missed(line: str):
    assert bool(find_effect(line.removesuffix(MISSED))) != line.endswith(MISSED)


@pytest.mark.parametrize("part", ["1", "1,", "a. ", "a: ", "often ", "an earlier version "])
def test_time_grows_with_the_length_of_a_plain_text_and_not_faster(part: str):
    assert_linear(lambda size: find_effect(part * size), 10_000)
