"""Pictures as readers see them: the right way up at once, and to be seen in the dark."""

from __future__ import annotations

import pytest

from citewell.audit.window import View

pytestmark = pytest.mark.browser

NAME = "dark and on paper"
#: Whether what is black in a picture can be told from what lies below it, read off the screen.
GROUND = "each => getComputedStyle(each).backgroundColor"


@pytest.mark.parametrize("forced", [False, True])
def test_a_drawing_without_a_ground_lies_on_white_in_the_dark(reader, forced):
    page = reader.open(NAME, View(scheme="dark", forced_colours=forced)).page
    for file in ("lines.svg", "ring.png"):
        assert page.locator(f"img[src='{file}']").evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.locator("img[src='adapting.svg']").evaluate(GROUND) == "rgba(0, 0, 0, 0)"


def test_by_day_no_picture_has_a_ground(reader):
    page = reader.open(NAME).page
    assert set(page.locator("img").evaluate_all(f"all => all.map({GROUND})")) == {"rgba(0, 0, 0, 0)"}


def test_a_turned_photo_has_its_place_before_it_arrives(reader):
    picture = reader.open(NAME, View(1280)).page.locator("img[src='turned.jpg']")
    seen = picture.evaluate("each => [each.naturalWidth, each.naturalHeight, each.width, each.height]")
    assert seen == [16, 32, 16, 32], "what the browser finds, and what the page keeps free"
