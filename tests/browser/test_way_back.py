"""The way back: from a source to exactly where the reader was, by link and by the browser's Back, jump after jump."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser

PHONE, DESK, TOUCH = View(320, 640), View(1280), View(320, 640, touch=True)
WORDS = "Back to where you were reading"
# Where a fragment has led: in the window, and uncovered.
SEEN = """() => {
    const box = document.querySelector(':target').getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 30) / 2];
    const at = document.elementFromPoint(x, y);
    return box.top >= 0 && box.top < innerHeight - 20 && !!at?.closest(':target') || !!at?.querySelector(':target');
}"""


def marks(looked: Window) -> list[Locator]:
    """Every single mark, not those that stand for several sources."""
    return looked.page.locator("a.cite:not(.dash)").all()


def height_of(what: Locator) -> float:
    box = what.bounding_box()
    assert box is not None
    return box["y"]


def press(looked: Window, what: Locator, by: str) -> None:
    """Follow a link with a finger, a mouse or the Enter key."""
    if by == "keyboard":
        what.focus()
        looked.page.keyboard.press("Enter")
        return
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if by == "touch":
        looked.page.touchscreen.tap(x, y)
    else:
        looked.page.mouse.click(x, y)


def follow(looked: Window, mark: Locator, by: str) -> str:
    """Follow a mark to its source; return the id of the entry."""
    press(looked, mark, by)
    if by == "touch":
        press(looked, looked.page.locator(".glance .see a"), by)
    entry = (mark.get_attribute("href") or "").removeprefix("#")
    assert looked.ask("location.hash.slice(1)") == entry
    return entry


def way_back(looked: Window, entry: str) -> Locator:
    return looked.page.locator(f"[id='{entry}'] .back a")


def assert_at(looked: Window, mark: Locator, height: float) -> None:
    expect(mark).to_be_focused()
    assert height_of(mark) == pytest.approx(height, abs=2)
    assert looked.page.locator(".glance").count() == 0, "nothing lies over the text"


@pytest.mark.parametrize(("view", "by"), [(DESK, "mouse"), (PHONE, "keyboard"), (TOUCH, "touch")], ids=str)
def test_the_link_leads_to_exactly_where_the_reader_was(reader, view, by):
    looked = reader.open("article", view)
    for mark in marks(looked)[::16]:
        mark.scroll_into_view_if_needed()
        entry = follow(looked, mark, by)
        link = way_back(looked, entry)
        assert link.inner_text() == WORDS
        assert looked.ask(SEEN)
        height = looked.ask("history.state.top")
        assert 0 <= height < view.height
        looked.page.mouse.wheel(0, 300)  # and reads around
        looked.page.wait_for_timeout(100)
        press(looked, link, by)
        assert_at(looked, mark, height)
        assert looked.ask("document.querySelector(':target').id") == mark.get_attribute("id")
        assert looked.ask(SEEN)


def test_a_preview_opens_only_below_a_pointer_that_moves(reader):
    looked = reader.open("article")
    page, mark = looked.page, marks(looked)[12]
    entry = follow(looked, mark, "mouse")
    top = looked.ask("history.state.top")
    there = mark.bounding_box()
    assert there is not None
    x, y = there["x"] + there["width"] / 2, top + there["height"] / 2
    page.mouse.move(x, y)  # where the mark will be
    way_back(looked, entry).evaluate("link => link.click()")
    page.wait_for_timeout(600)
    below = looked.ask("at => document.elementFromPoint(...at).closest('a.cite')?.id", [x, y])
    assert below == mark.get_attribute("id")
    expect(page.locator(".glance")).to_have_count(0)
    page.mouse.move(x + 2, y)
    expect(page.locator(".glance")).to_have_count(1)


@pytest.mark.parametrize(("view", "by"), [(DESK, "mouse"), (PHONE, "keyboard"), (TOUCH, "touch")], ids=str)
def test_back_does_the_same_through_several_jumps(reader, view, by):
    looked = reader.open("article", view)
    jumps = []
    for mark in marks(looked)[3:30:9]:
        mark.scroll_into_view_if_needed()
        follow(looked, mark, by)
        jumps.append((mark, looked.ask("history.state.top")))
        looked.page.evaluate("scrollTo(0, 0)")
    for mark, height in reversed(jumps):
        looked.page.go_back()
        assert_at(looked, mark, height)
    looked.page.keyboard.press("Tab")
    assert looked.ask("document.activeElement.compareDocumentPosition(document.querySelector('.sources'))") & 4
    for _ in jumps:
        looked.page.go_forward()
    looked.page.keyboard.press("Tab")
    entry = (jumps[-1][0].get_attribute("href") or "")[1:]
    assert looked.ask("document.activeElement.closest('li')?.id") == entry, "and Tab goes on in the source"


def test_after_several_jumps_each_source_leads_to_its_own_place(reader):
    looked = reader.open("article")
    first, second = marks(looked)[2], marks(looked)[20]
    one, two = (follow(looked, mark, "mouse") for mark in (first, second))
    assert one != two
    way_back(looked, two).click()
    expect(second).to_be_focused()
    way_back(looked, one).click()
    expect(first).to_be_focused()


def test_the_same_source_again_leads_to_the_latest_place(reader):
    looked = reader.open("article")
    again = looked.page.locator("a.cite[href='#ref-deyo-diehl-1988']")
    first, second = again.nth(0), again.nth(1)
    entry = follow(looked, first, "mouse")
    second.scroll_into_view_if_needed()
    height = height_of(second)
    follow(looked, second, "mouse")
    assert way_back(looked, entry).count() == 1
    looked.page.go_back()
    assert_at(looked, second, height)
    looked.page.go_forward()
    way_back(looked, entry).click()
    assert_at(looked, second, height)


def test_it_outlasts_a_reload_and_a_visit_elsewhere(reader):
    looked = reader.open("article")
    mark = marks(looked)[12]
    entry = follow(looked, mark, "mouse")
    looked.page.reload()
    expect(way_back(looked, entry)).to_have_text(WORDS)
    looked.page.goto(looked.origin)
    looked.page.go_back()
    way_back(looked, entry).click()
    expect(mark).to_be_focused()
    assert looked.ask(SEEN)


def test_from_the_dash_of_a_range_back_to_the_dash(reader):
    looked = reader.open("every block", TOUCH)
    dash = looked.page.locator(".dash", has_text="Sources 7 to 9")
    press(looked, dash, "touch")
    press(looked, looked.page.locator(".glance").get_by_role("link", name="See source 8"), "touch")
    link = looked.page.locator(":target .back a")
    assert link.evaluate("each => each.closest('ol').children[7] === each.closest('li')")
    press(looked, link, "touch")
    expect(dash).to_be_focused()


def test_only_a_source_that_was_reached_offers_it(reader):
    looked = reader.open("article")
    assert looked.page.locator(".back").count() == 0
    entry = follow(looked, marks(looked)[0], "mouse")
    assert looked.page.locator(".back").count() == 1
    assert way_back(looked, entry).is_visible()
    looked = reader.open("article", fragment=f"#{entry}")
    assert looked.page.locator(".back").count() == 0, "nobody was reading before"


def test_what_is_known_of_the_reader_stays_in_the_history_of_the_tab(reader):
    looked = reader.open("article")
    entry = follow(looked, marks(looked)[5], "mouse")
    way_back(looked, entry).click()
    assert looked.ask("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert looked.console == []


def test_a_link_opened_elsewhere_leaves_the_page_as_it_is(reader):
    looked = reader.open("article")
    with looked.context.expect_page() as opened:
        marks(looked)[5].dispatch_event("click", {"ctrlKey": True})
    opened.value.close()
    assert looked.ask("location.hash") == ""
    assert looked.page.locator(".back").count() == 0


def test_without_scripts_the_letters_lead_back(reader):
    looked = reader.open("article", View(320, 640, scripts=False))
    mark = marks(looked)[5]
    mark.focus()
    looked.page.keyboard.press("Enter")
    looked.page.locator(f".letters a[href='#{mark.get_attribute('id')}']").click()
    expect(mark).to_be_in_viewport()
