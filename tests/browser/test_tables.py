"""Tables as a screen reader is told of them: the same table whether its rows stand in columns or are stacked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from citewell.audit.window import View

pytestmark = pytest.mark.browser

STACKED = """
- table "A table of three columns that stacks on a small screen":
  - caption: A table of three columns that stacks on a small screen
  - rowgroup:
    - row "Feature On the one hand On the other hand, with a longer head":
      - columnheader "Feature"
      - columnheader "On the one hand"
      - columnheader "On the other hand, with a longer head"
  - rowgroup:
    - row /A row head/:
      - rowheader "A row head"
      - cell /^A cell with one sentence/:
        - link "Source 1"
      - cell /^A cell with two/
    - row /Averylongrowhead/:
      - rowheader
      - cell
      - cell
"""


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_table_keeps_its_caption_heads_and_cells(reader, width):
    table = reader.open("every block", View(width)).page.get_by_role("table").first
    expect(table).to_match_aria_snapshot(STACKED)


def test_stacked_cells_stand_below_each_other_under_the_name_of_their_column(reader):
    looked = reader.open("article", View(320))
    cells = looked.page.locator(".compare tbody tr").first.locator("td")
    boxes = [cells.nth(at).bounding_box() for at in range(cells.count())]
    assert all(above and below and below["y"] > above["y"] for above, below in pairwise(boxes))
    named = cells.evaluate_all(
        "cells => cells.map(each => [getComputedStyle(each, '::before').content, each.dataset.col])"
    )
    assert named
    assert [column for content, column in named if not content.startswith(f'"{column}"')] == []


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("A table of five columns that scrolls sideways", 3, 5),
        ("A comparison of six columns, each with cells of a sentence", 3, 6),
    ],
)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_wide_table_is_a_named_region_that_scrolls(reader, width, name, rows, columns):
    page = reader.open("every block", View(width)).page
    region = page.get_by_role("region", name=name)
    table = region.get_by_role("table", name=name)
    assert table.get_by_role("row").count() == rows
    assert table.get_by_role("columnheader").count() == columns
    assert table.get_by_role("rowheader").count() == rows - 1
    assert table.get_by_role("cell").count() == (rows - 1) * (columns - 1)
    scrolls = region.evaluate("each => each.scrollWidth > each.clientWidth")
    hinted = region.locator("xpath=preceding-sibling::*").is_visible()
    assert (scrolls, hinted) == ((False, False) if width == 1280 else (True, True))
    region.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    if scrolls:
        page.wait_for_function("each => each.scrollLeft > 0", arg=region.element_handle())


@pytest.mark.parametrize("width", [320, 1280])
def test_a_table_of_two_columns_keeps_its_roles(reader, width):
    table = reader.open("every block", View(width)).page.get_by_role("table", name="A comparison of two columns")
    assert table.get_by_role("columnheader").all_inner_texts() == ["When", "What happens"]
    assert table.get_by_role("rowheader").all_inner_texts() == ["At first", "Later"]
    assert table.get_by_role("cell").count() == 2


@pytest.mark.parametrize("width", [768, 1280])
def test_on_a_wide_screen_cells_stand_beside_each_other(reader, width):
    looked = reader.open("article", View(width))
    cells = looked.page.locator(".compare tbody tr").first.locator("th, td")
    boxes = [cells.nth(at).bounding_box() for at in range(cells.count())]
    assert len({box["y"] for box in boxes if box}) == 1


@pytest.mark.parametrize("name", ["article", "every block"])
def test_every_head_has_its_scope(reader, name):
    looked = reader.open(name)
    assert looked.ask("[...document.querySelectorAll('th')].filter(each => !each.scope).length") == 0
    assert looked.ask("[...document.querySelectorAll('table')].filter(each => !each.caption?.innerText).length") == 0
