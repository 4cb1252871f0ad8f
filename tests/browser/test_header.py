"""The header holds whatever a site is called: nothing is cut off, and the search is always there."""

from __future__ import annotations

import pytest

from citewell.audit.window import View

pytestmark = pytest.mark.browser

NAME = "The Association of People with Kidney Stones and of Their Families in Western Australia and Beyond"
#: The name as the template writes a long one.
RENAME = """name => {
    const link = document.querySelector('.name');
    link.classList.add('lengthy');
    for (const each of [...link.childNodes]) if (each.nodeName !== 'PICTURE') each.remove();
    link.append(name);
}"""
BOXES = """() => ['.name', '.ask input', '.ask button'].map(each => document.querySelector(each))
    .map(each => { const box = each.getBoundingClientRect(); return [each.checkVisibility(), box.left, box.right]; })"""


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("page", ["article", "right to left"])
def test_a_long_name_leaves_the_search_in_its_place(reader, page: str, width: int):
    with reader.visit(page, View(width=width, height=800)) as looked:
        looked.page.evaluate(RENAME, NAME)
        for seen, left, right in looked.page.evaluate(BOXES):
            assert seen
            assert left >= 0
            assert right <= width
        assert looked.page.evaluate("document.documentElement.scrollWidth") <= width
        assert looked.page.locator(".name").evaluate("each => each.scrollWidth <= each.clientWidth + 1")
        looked.page.locator(".ask input").click(timeout=5000)


@pytest.mark.parametrize(("width", "shown"), [(360, ".short"), (1280, ".long")])
def test_the_short_name_is_in_the_header_of_a_narrow_screen(reader, width: int, shown: str):
    looked = reader.open("right to left", View(width=width))
    seen = looked.page.locator(".name span").evaluate_all("all => all.map(each => each.checkVisibility())")
    assert seen == [shown == ".long", shown == ".short"]
    assert looked.page.locator(".name img").evaluate(
        "each => each.complete && each.naturalWidth > 0 && each.width > 20"
    )
