"""Markup of other systems: what is found in text that was moved from them, and text that is right as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.model.text_problems import ForeignMarkup
from citewell.source.foreign_markup import CONSTRUCTS
from tests.source.reading import read

FOLDER = Path(__file__).parent / "foreign_markup"


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("# ")]


def constructs(text: str) -> list[str]:
    facts = [problem.facts for problem in read(text.replace("⏎", "\n")).problems]
    return [each.construct for each in facts if isinstance(each, ForeignMarkup)]


@pytest.mark.parametrize("line", lines("markup.txt"))
def test_markup_of_another_system_is_found(line: str):
    name, _, text = line.partition(" <- ")
    assert name in constructs(text)


def test_every_construct_has_an_example():
    assert {line.partition(" <- ")[0] for line in lines("markup.txt")} == set(CONSTRUCTS)


@pytest.mark.parametrize("text", lines("text.txt"))
def test_text_that_is_right_is_left_alone(text: str):
    assert constructs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        r"It helps \autocite[12]{smith-2020} many. [@a]",
        "It helps【4†source】 many. [@a]",
        "||It|| helps many. [@a]",
    ],
)
def test_a_sign_or_number_within_such_markup_is_no_second_fault(text: str):
    assert {problem.kind for problem in read(text).problems} == {"foreign-markup"}


def test_a_sign_or_number_beside_such_markup_is_reported():
    kinds = sorted(problem.kind for problem in read("It [1] helps ==many== ~~not~~. [@a]").problems)
    assert kinds == ["foreign-markup", "leftover-syntax", "leftover-syntax", "note-number"]
