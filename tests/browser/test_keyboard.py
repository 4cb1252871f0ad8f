"""By keyboard alone, in the smallest window of WCAG 1.4.10: every stop is seen, ringed and in reading order."""

from __future__ import annotations

import pytest
from tests.browser.sites import PAGES

from citewell.audit.window import View

pytestmark = pytest.mark.browser

SMALL = View(320, 256)
#: The longest page is a list of more than six hundred stops, all alike.
LONG = ("many sources", "gallery's sources", "index of sources", "sources of a letter")
WALKED = [name for name in PAGES if name not in LONG]
# Everything that Tab reaches, numbered in reading order; of what folds and is all alike the first ones are open. What a
# script adds on the way (a preview, after its mark) has no number, but is looked at like the others.
NUMBER = """() => {
    [...document.querySelectorAll('details')].slice(0, 5).forEach(each => each.open = true);
    const stops = 'a[href], area[href], summary, button, input, select, textarea, [tabindex], [contenteditable]';
    return [...document.querySelectorAll(stops)]
        .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}))
        .map((each, at) => each.dataset.stop = at + 1).length;
}"""
STOP = """() => {
    const each = document.activeElement, style = getComputedStyle(each);
    if (each === document.body || each === document.documentElement) return null;
    const boxes = [...each.getClientRects()].filter(box => box.width > 4 && box.height > 4);
    const isFree = box => [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].every(([right, down]) => {
        const x = box.left + box.width * right, y = box.top + box.height * down;
        const at = document.elementFromPoint(x, y);  // nothing outside the window
        return !at || each.contains(at) || (right !== .5 && at.contains(each));  // corners may be round
    });
    return {
        stop: each.closest('.glance') ? 0 : Number(each.dataset.stop || 0),  // a preview has copies
        name: each.ariaLabel || each.textContent.trim().slice(0, 40) || each.name,
        seen: boxes.every(isFree) && boxes.some(box => box.left >= -1 && box.right <= innerWidth + 1
            && (box.height > innerHeight || (box.top >= -1 && box.bottom <= innerHeight + 1))),
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    };
}"""


@pytest.mark.parametrize("name", WALKED)
def test_every_stop_is_seen_forward_and_backward(reader, name):
    looked = reader.open(name, SMALL)
    last = looked.ask(NUMBER)
    forward = _walk(looked, "Tab", 3 * last)
    looked.ask(f"document.querySelector('[data-stop=\"{last}\"]').focus({{focusVisible: true}})")
    backward = _walk(looked, "Shift+Tab", 3 * last)
    assert [stop["name"] for stop in forward + backward if not stop["seen"]] == []
    assert {stop["name"]: stop["ring"] for stop in forward + backward if stop["ring"] < 2} == {}
    assert [stop["stop"] for stop in forward if stop["stop"]] == list(range(1, last + 1)), "each once, none hidden"
    assert [stop["stop"] for stop in backward if stop["stop"]] == list(range(last, 0, -1))


def _walk(looked, key, most):
    """The stops from here until the browser itself has the focus, or the first of them again; a trap has no end."""
    here = looked.ask(STOP)
    stops = [here] if here else []
    while len(stops) < most:
        looked.page.keyboard.press(key)
        stop = looked.ask(STOP)
        if stop is None or (stops and stop["stop"] == stops[0]["stop"]):
            return stops
        stops.append(stop)
    pytest.fail(f"no end after {most} stops")


def test_the_walk_itself_sees_a_fault(reader):
    for fault in (
        "header.site { position: sticky; inset-block-start: 0; z-index: 1; background: #fff }",
        "header.site { position: fixed; inset: 40% 0 auto; z-index: 1; background: #fff }",
        "footer.site a { position: absolute; inset-inline-start: -100rem }",
        "footer.site a:focus-visible { outline: none }",
        "footer.site { clip-path: inset(50%) }",
        ".crumbs a { order: 1; position: absolute; inset-block-start: -50px }",
    ):
        looked = reader.open("about", SMALL)
        looked.page.add_style_tag(content=fault)
        last = looked.ask(NUMBER)
        stops = _walk(looked, "Tab", 3 * last)
        looked.ask(f"document.querySelector('[data-stop=\"{last}\"]').focus({{focusVisible: true}})")
        stops += _walk(looked, "Shift+Tab", 3 * last)
        assert [stop["name"] for stop in stops if not stop["seen"] or stop["ring"] < 2], fault


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
