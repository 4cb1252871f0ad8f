"""Dates of other programs, in the form of a bibliography file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.evidence.items.dates import read_date
from citewell.model.source_location import Placed, Span
from citewell.source.csl_dates import read_csl_date


@pytest.mark.parametrize(
    ("given_", "text"),
    [
        ("2013", "2013"),
        ("2013-1-5", "2013-01-05"),
        ("2013/12/11", "2013-12-11"),
        ("2013/12//", "2013-12"),
        ("2013///", "2013"),
        ("2013 Dec 11", "2013-12-11"),
        ("11 December 2013", "2013-12-11"),
        ("Dec. 11, 2013", "2013-12-11"),
        ("2013 Nov-Dec", "2013-11/2013-12"),
        ("2013 Dec-2014 Jan", "2013-12/2014-01"),
        ("11th December 2013", "2013-12-11"),
        ("20131211", "2013-12-11"),
        ("Spring 2013", "2013-21"),
        ("2013-05-06T07:08:09Z", "2013-05-06"),
        ("2013-01/2013-03", "2013-01/2013-03"),
        ("2013/..", "2013/"),
        ("2013~", "2013~"),
        ({"date-parts": [[2013, "12", 11]]}, "2013-12-11"),
        ({"date-parts": [["2013"]], "season": 2}, "2013-22"),
        ({"date-parts": [[2013, None]]}, "2013"),
        ({"date-parts": [[2013], [2014]]}, "2013/2014"),
        ({"date-parts": [[2013], [0]]}, "2013/"),
        ({"date-parts": [[2013]], "circa": True}, "2013~"),
        ({"raw": "11 Dec 2013"}, "2013-12-11"),
        ({"literal": "2013"}, "2013"),
        ({"raw": "2013-14"}, "2013/2014"),
        ({"date-parts": [["2013-12-11"]]}, "2013-12-11"),
        ({"date-parts": [[2013, "Dec", 11]]}, "2013-12-11"),
        ({"date-parts": [["Dec 2013"]]}, "2013-12"),
        ({"year": 2013, "month": 2}, "2013-02"),
        ([{"year": "2013"}, {"year": "2014"}], "2013/2014"),
    ],
)
def test_whole_dates(given_, text):
    assert read_date(given_) == (text, True)


@pytest.mark.parametrize(
    "given_",
    [
        "in press, 2013",
        "c. 2013 AD",
        "01/02/2013",
        {"raw": "Michaelmas 2013"},
        {"date-parts": [[2013, 5]], "season": 1},
    ],
)
def test_a_year_within_other_words_is_taken_and_not_the_whole(given_):
    found = read_date(given_)
    assert found is not None
    assert found.text[:4] == "2013"
    assert not found.whole


@pytest.mark.parametrize(
    "given_",
    [
        "",
        "in press",
        "0000",
        "1013-13",
        None,
        {},
        [],
        {"date-parts": []},
        {"date-parts": [["x"]]},
        {"date-parts": [[-50]]},
        {"date-parts": [[2014], [2013]]},
        {"date-parts": "2013"},
    ],
)
def test_what_is_no_date(given_):
    found = read_date(given_)
    assert found is None or not found.whole


@given(st.text("0123456789-/~?. JanDecSpring", max_size=16) | st.dates().map(str))
def test_whatever_is_read_is_a_date_of_a_bibliography(text):
    found = read_date(text)
    if found:
        read_csl_date(Placed(found.text, Span(0, 0)))  # raises for any other text


def test_of_an_issue_of_some_days_the_month_is_taken():
    assert read_date("2013 Nov 15-30") == ("2013-11", False)
