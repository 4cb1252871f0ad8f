"""Relative numbers about the risk of people, told from those about amounts: lists that an editor could extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.source.reading import FRONT

from citewell.citations.number import number
from citewell.lexicon.relative_numbers import Comparison, find_absolute_numbers, find_comparison
from citewell.model.references import Bibliography
from citewell.model.source_location import SourceText
from citewell.rules.article import relative_without_absolute
from citewell.source.article import parse_article

FOLDER = Path(__file__).parent / "relative_numbers"
MISSED = " (missed)"
FALSE_ALARM = " (false alarm)"


def lines(pattern: str) -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob(pattern)))
    return [line for text in texts for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("line", lines("risks*.txt"))
def test_a_risk_of_people_is_known_unless_it_is_known_to_be_missed(line: str):
    assert (find_comparison(line.removesuffix(MISSED)) is Comparison.RISK) != line.endswith(MISSED)


@pytest.mark.parametrize("line", lines("amounts*.txt"))
def test_an_amount_is_no_risk_unless_that_is_a_known_false_alarm(line: str):
    assert (find_comparison(line.removesuffix(FALSE_ALARM)) is Comparison.RISK) == line.endswith(FALSE_ALARM)


def test_the_lists_are_long_and_few_lines_are_wrong():
    risks, amounts = lines("risks*.txt"), lines("amounts*.txt")
    assert min(len(risks), len(amounts)) >= 80
    assert sum(line.endswith(MISSED) for line in risks) <= 0.02 * len(risks)
    assert sum(line.endswith(FALSE_ALARM) for line in amounts) <= 0.02 * len(amounts)


def test_each_text_is_read_a_few_times_however_many_relative_numbers_there_are(monkeypatch):
    """Once it was read again for each of them: 2,000 took 19 seconds."""
    read = [0]

    def watched(text: str) -> frozenset[str]:
        read[0] += 1
        return find_absolute_numbers(text)

    monkeypatch.setattr(relative_without_absolute, "find_absolute_numbers", watched)
    body = "It is twice as likely. [@k]\n" * 300
    numbered = number(parse_article(SourceText("article.md", FRONT + body), slug="x"), Bibliography())
    assert len(list(relative_without_absolute.rule.check(numbered, None))) == 300
    assert read[0] <= 3 * len(numbered.article.claims)
