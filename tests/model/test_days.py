"""Days in words, whole and in part."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.model.days import as_far_as_known, day, on_day


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
    assert (as_far_as_known(when), on_day(when)) == (known, said)
