"""Pages as bibliographies write them against pages as citations name them."""

from __future__ import annotations

import pytest

from citewell.citations.page_numbers import (
    Pages,
    count_pages,
    find_page_counted_from_one,
    find_pages_outside,
    parse_pages,
)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("230-238", [Pages(230, 238)]),
        ("230–8", [Pages(230, 238)]),
        ("1985‐8", [Pages(1985, 1988)]),
        ("pp. 230–38", [Pages(230, 238)]),
        ("230", [Pages(230, 230)]),
        ("230-238.e3", [Pages(230, 238)]),
        ("230+", [Pages(230, 230, "", True)]),
        ("230ff.", [Pages(230, 230, "", True)]),
        ("e12-e19", [Pages(12, 19, "E")]),
        ("S361–79", [Pages(361, 379, "S")]),
        ("iv–xii", [Pages(4, 12, "roman")]),
        ("445-50; discussion 450-2", [Pages(445, 450), Pages(450, 452)]),
        ("230, 235 and 237–8", [Pages(230, 230), Pages(235, 235), Pages(237, 238)]),
        ("238-230", []),
        ("A1-B2", []),
        ("iiii", []),
        ("CD008686-x", []),
        ("230–8, table 2", []),
        ("", []),
    ],
)
def test_pages_are_read_or_nothing_is(text: str, pages: list[Pages]):
    assert list(parse_pages(text)) == pages


@pytest.mark.parametrize(
    ("locator", "work"),
    [
        ("999", "230-238"),
        ("3", "230-238"),
        ("239", "230–8"),
        ("237–240", "230-238"),
        ("230, 999", "230-238"),
        ("451", "445-50; discussion 448-50"),
        ("e20", "e12–e19"),
        ("999", "e12–e19"),
        ("S30", "S2–7"),
        ("3", "S12–S18"),
        ("xx", "iv-xii"),
        ("229", "230+"),
        ("239a", "230-238"),
        ("iv", "230-238"),
    ],
)
def test_a_page_that_the_work_surely_does_not_have(locator: str, work: str):
    assert find_pages_outside(parse_pages(locator), parse_pages(work))


@pytest.mark.parametrize(
    ("locator", "work"),
    [
        ("230", "230-238"),
        ("238", "230–8"),
        ("231–3, 235", "230-238"),
        ("237ff.", "230-238"),
        ("238.e2", "230-238.e3"),
        ("450", "445-50; discussion 450-2"),
        ("999", "230"),  # perhaps only the first page is known
        ("3", "f7095"),  # an article's number
        ("3", "CD008686"),
        ("3", "1973"),
        ("999", "230+"),
        ("15", "S12–S18"),
        ("S3", "230-238"),
        ("4", "iv-xii"),
        ("e13", "E12–E19"),
        ("3", "238-230"),
        ("at the end", "230-238"),
        ("3", ""),
    ],
)
def test_a_page_that_the_work_may_have(locator: str, work: str):
    assert not find_pages_outside(parse_pages(locator), parse_pages(work))


@pytest.mark.parametrize(
    ("locator", "work", "printed"),
    [
        ("1", "230-238", "230"),
        ("3", "230-238", "232"),
        ("9", "230-238", "238"),
        ("10", "230-238", ""),
        ("7", "445-50; discussion 450-2", "450"),
        ("2", "S12–S18", "S13"),
        ("ii", "230-238", ""),
    ],
)
def test_a_page_counted_from_the_start_of_the_file_has_a_printed_number(locator: str, work: str, printed: str):
    assert find_page_counted_from_one(parse_pages(locator)[0], parse_pages(work)) == printed


def test_a_work_has_so_many_pages():
    assert count_pages(parse_pages("445-50; discussion 451-2")) == 8
