"""By keyboard alone, in the smallest window of WCAG 1.4.10: every stop is seen, ringed and in reading order."""

from __future__ import annotations

import pytest
from tests.browser.looking import View
from tests.browser.sites import PAGES

pytestmark = pytest.mark.browser

SMALL = View(320, 256)
#: The longest page is a list of more than six hundred stops, all alike.
LONG = ("many sources", "gallery's sources", "index of sources", "sources of a letter")
WALKED = [name for name in PAGES if name not in LONG]
STOP = """() => {
    const each = document.activeElement, style = getComputedStyle(each);
    if (each === document.body || each === document.documentElement) return null;
    const boxes = [...each.getClientRects()].filter(box => box.width > 4 && box.height > 4);
    const seen = boxes.some(box => {
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
        const at = document.elementFromPoint(x, y);
        return at && (each.contains(at) || at.contains(each));
    });
    const whole = boxes.some(box => box.height > innerHeight || (box.top >= -1 && box.bottom <= innerHeight + 1));
    if (!each.dataset.stop) each.dataset.stop = document.querySelectorAll('[data-stop]').length + 1;
    return {stop: Number(each.dataset.stop), name: each.ariaLabel || each.textContent.trim().slice(0, 40), seen, whole,
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)};
}"""
WALKABLE = """() => {
    document.querySelectorAll('details').forEach(each => each.open = true);
    return [...document.querySelectorAll('a[href], summary, [tabindex="0"], button, input')]
        .filter(each => each.checkVisibility({visibilityProperty: true})).length;
}"""


@pytest.mark.parametrize("name", WALKED)
def test_every_stop_is_seen_forward_and_backward(reader, name):
    looked = reader.open(name, SMALL)
    expected = looked.ask(WALKABLE)
    forward = list(_walk(looked, "Tab", expected))
    looked.page.keyboard.press("Tab")
    after = looked.ask(STOP)
    assert after is None or after["stop"] == 1, "after the last stop comes the browser itself, or the first again"
    looked.ask(f"document.querySelector('[data-stop=\"{expected}\"]').focus({{focusVisible: true}})")
    backward = [looked.ask(STOP), *_walk(looked, "Shift+Tab", expected - 1)]
    unseen = [stop["name"] for stop in forward + backward if not stop["seen"] or not stop["whole"]]
    assert unseen == []
    assert {stop["name"]: stop["ring"] for stop in forward + backward if stop["ring"] < 2} == {}
    assert [stop["stop"] for stop in forward] == list(range(1, expected + 1)), "each stop once, none hidden, no trap"
    assert [stop["stop"] for stop in backward] == list(range(expected, 0, -1))


def _walk(looked, key, most):
    for _ in range(most):
        looked.page.keyboard.press(key)
        stop = looked.ask(STOP)
        if stop is None:
            return
        yield stop


@pytest.mark.parametrize("name", ["article", "home", "not found"])
def test_the_first_stop_skips_to_the_content(reader, name):
    looked = reader.open(name, SMALL)
    looked.page.keyboard.press("Tab")
    skip = looked.page.locator(".skip:focus")
    assert skip.inner_text() == "Skip to content"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["height"] >= 24
    looked.page.keyboard.press("Enter")
    heading = looked.page.locator("h1").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 100
    looked.page.keyboard.press("Tab")
    assert looked.ask("document.querySelector('h1').compareDocumentPosition(document.activeElement)") & 4


def test_the_second_stop_of_an_article_skips_to_its_sources(reader):
    looked = reader.open("article", SMALL)
    looked.page.keyboard.press("Tab")
    looked.page.keyboard.press("Tab")
    assert looked.page.locator(".skip:focus").inner_text() == "Skip to sources"
    looked.page.keyboard.press("Enter")
    looked.page.keyboard.press("Tab")
    assert looked.ask("document.activeElement.closest('.entries') !== null")


def test_a_wide_table_scrolls_by_keyboard(reader):
    looked = reader.open("every block", SMALL)
    region = looked.page.get_by_role("region", name="A table of five columns that scrolls sideways")
    region.focus()
    for _ in range(8):
        looked.page.keyboard.press("ArrowRight")
    looked.page.wait_for_function("document.querySelector('.scroller').scrollLeft > 50")
    assert looked.ask("scrollX") == 0


def test_what_uses_a_source_opens_by_keyboard(reader):
    looked = reader.open("sources", SMALL)
    summary = looked.page.locator("summary").first
    summary.focus()
    looked.page.keyboard.press("Enter")
    looked.page.keyboard.press("Tab")
    assert looked.ask("document.activeElement.closest('details') !== null")
