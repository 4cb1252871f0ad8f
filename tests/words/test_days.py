"""Days in words, whole and in part."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.messages import Words
from citewell.messages.days import as_far_as_known, day


def test_a_day_is_written_out() -> None:
    assert day(date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize(
    ("when", "known", "said"),
    [
        ("2014-01-31", "31 January 2014", "on 31 January 2014"),
        ("2014-01", "January 2014", "in January 2014"),
        ("2014", "2014", "in 2014"),
        ("", "", ""),
        ("2014-13", "", ""),
        ("2014-02-30", "", ""),
        ("soon", "", ""),
    ],
)
def test_a_day_that_is_known_in_part(when: str, known: str, said: str) -> None:
    assert (as_far_as_known(when), Words().on_day(when)) == (known, said)


@pytest.mark.parametrize(
    ("language", "whole", "month"),
    [
        ("de", "2. November 2026", "November 2026"),
        ("he", "2 בנובמבר 2026", "נובמבר 2026"),
        ("zh", "2026年11月2日", "2026年11月"),
        ("he-US", "2 בנובמבר 2026", "נובמבר 2026"),
        ("de-FR", "2. November 2026", "November 2026"),
        ("zh-Hant-DE", "2026年11月2日", "2026年11月"),
        ("sl-rozaj-1994", "2. november 2026", "november 2026"),
        ("en-JP", "November 2, 2026", "November 2026"),
        ("en-US", "November 2, 2026", "November 2026"),
    ],
)
def test_other_languages_write_days_as_they_do(language: str, whole: str, month: str) -> None:
    words = Words(language, {"date.in_month": "{month}"})
    assert (words.day(date(2026, 11, 2)), words.on_day("2026-11")) == (whole, month)
