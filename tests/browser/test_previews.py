"""Previews of sources and terms: by pointer, keyboard and touch; what they say, and gone when asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.previewing import DESK, PHONE, TOUCH, mark_of, point_at, preview, tab_to, tap

from citewell.audit.window import View

pytestmark = pytest.mark.browser

# All that opening a preview could move or leave behind.
TRACES = """() => ({ids: [...document.querySelectorAll('[id]')].map(each => each.id), text: document.body.innerText,
    height: document.documentElement.scrollHeight, at: [scrollX, scrollY],
    boxes: [...document.querySelectorAll('.cite')].map(each => JSON.stringify(each.getBoundingClientRect()))})"""


def test_a_preview_says_what_the_list_of_sources_says(reader):
    looked = reader.open("article")
    mark = mark_of(looked, "deyo-diehl-1988")
    point_at(looked, mark)
    entry = looked.page.locator("[id='ref-deyo-diehl-1988']")
    shown = preview(looked)
    expect(shown).to_have_count(1)
    assert shown.locator(".title").inner_text() == entry.locator(".entry a").inner_text()
    assert shown.locator("p.where").inner_text() == entry.locator(".where").inner_text()
    assert shown.locator(".badge").inner_text() == entry.locator(".badge").inner_text()
    assert shown.locator(".facts > :last-child").inner_text() == entry.locator(".status > :first-child").inner_text()
    number = entry.evaluate("each => 1 + [...each.parentElement.children].indexOf(each)")
    assert shown.locator("a").all_inner_texts() == [f"See source {number}"]
    assert shown.locator("a").get_attribute("href") == "#ref-deyo-diehl-1988"
    assert mark.text_content() == f"Source {number}"


def test_the_words_are_those_that_this_use_pins(reader):
    looked = reader.open("how sources stand")
    words = preview(looked).locator("blockquote")
    point_at(looked, mark_of(looked, "stands-ok"))
    expect(words).to_have_text("“it is often mild at first”")
    expect(preview(looked).get_by_role("link", name="See these words on the page")).to_have_count(1)
    point_at(looked, mark_of(looked, "stands-ok", 2))
    expect(preview(looked)).to_contain_text("Work whose link works")
    expect(words).to_have_count(0)


def test_a_source_that_disagrees_says_so_in_the_text_and_in_its_preview(reader):
    looked = reader.open("how sources stand")
    marks = looked.page.locator(".cites:has(.certainty)")
    expect(marks.locator(".intent")).to_have_text(["supports this in part", "disagrees with this"])
    expect(marks.locator(".certainty")).to_be_hidden()
    point_at(looked, marks.locator(".cite").last)
    expect(preview(looked).locator("p.certainty")).to_contain_text("Low certainty: this may be true")
    expect(preview(looked).locator("p.intent")).to_have_text("disagrees with this")
    looked.page.keyboard.press("Escape")
    expect(looked.page.locator("[id='ref-stands-blocked'] .letters .intent")).to_have_text("disagrees with this")


def test_a_retraction_comes_first(reader):
    looked = reader.open("how sources stand")
    point_at(looked, mark_of(looked, "stands-retracted"))
    expect(preview(looked)).to_have_count(1)
    first = preview(looked).locator("p").first
    assert first.inner_text().startswith("This study was retracted on 31 January 2014: see the notice.")
    assert first.get_by_role("link").get_attribute("rel") == "noreferrer"


def test_the_dash_of_a_range_shows_every_source_it_stands_for(reader):
    looked = reader.open("every block")
    dash = looked.page.locator(".dash", has_text="Sources 7 to 9")
    point_at(looked, dash)
    expect(preview(looked).locator(".see")).to_have_text(["See source 7", "See source 8", "See source 9"])


@pytest.mark.parametrize(("view", "by"), [(DESK, "mouse"), (PHONE, "keyboard"), (TOUCH, "touch")], ids=str)
def test_a_term_is_explained_where_it_stands(reader, view, by):
    looked = reader.open("article", view)
    term = looked.page.locator("a.term").first
    address = term.get_attribute("href")
    if by == "mouse":
        point_at(looked, term)
    elif by == "keyboard":
        tab_to(looked, term)
    else:
        tap(looked, term)
    expect(preview(looked).locator(".title")).to_have_text(term.inner_text())
    expect(preview(looked).locator(".plain")).to_have_text(term.get_attribute("data-plain") or "nothing")
    assert preview(looked).locator("a").get_attribute("href") == looked.ask("at => new URL(at, location).href", address)
    link = preview(looked).locator("a")
    if by == "touch":
        tap(looked, link)
    else:
        link.focus()
        looked.page.keyboard.press("Enter")
    looked.page.wait_for_url("**/glossary/**")


def test_opening_and_closing_moves_nothing_and_leaves_nothing(reader):
    looked = reader.open("how sources stand", View(768))
    mark = mark_of(looked, "stands-retracted")
    mark.scroll_into_view_if_needed()
    before, requests = looked.ask(TRACES), len(looked.requests)
    point_at(looked, mark)
    expect(preview(looked)).to_have_count(1)
    during = looked.ask(TRACES)
    assert [during[each] for each in ("ids", "boxes", "height", "at")] == [
        before[each] for each in ("ids", "boxes", "height", "at")
    ]
    looked.page.keyboard.press("Escape")
    expect(preview(looked)).to_have_count(0)
    assert looked.ask(TRACES) == before
    assert len(looked.requests) == requests
    assert looked.console == []


def test_focus_that_a_program_moves_opens_it_before_any_key(reader):
    looked = reader.open_new("article")
    mark_of(looked, "mayo-sts-symptoms").focus()
    expect(preview(looked).locator(".see")).to_have_text("See source 2")
    looked.context.close()


def test_a_link_of_another_page_to_a_mark_opens_none(reader):
    looked = reader.open("article", fragment="#cite-mayo-sts-symptoms-1")
    expect(mark_of(looked, "mayo-sts-symptoms")).to_be_focused()  # by the browser itself
    looked.page.wait_for_timeout(300)
    assert preview(looked).count() == 0
    looked.page.keyboard.press("Tab")
    expect(preview(looked).locator(".see")).to_have_text("See source 3")


def test_a_page_that_the_browser_kept_comes_back_without_it(reader):
    looked = reader.open("article")
    mark_of(looked, "mayo-sts-symptoms").focus()
    expect(preview(looked)).to_have_count(1)
    looked.ask("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert preview(looked).count() == 0
    dash = reader.open("every block").page.locator(".dash", has_text="Sources 7 to 9")
    tab_to(looked, dash)
    looked.page.keyboard.press("Tab")  # into the preview
    looked.ask("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert preview(looked).count() == 0
    point_at(looked, dash)
    expect(preview(looked)).to_have_count(1)


def test_an_older_browser_has_none_and_no_errors(reader):
    looked = reader.open_window(DESK)
    looked.page.add_init_script("for (const name of ['popover', 'showPopover']) delete HTMLElement.prototype[name]")
    reader.show(looked, "article")
    mark = mark_of(looked, "mayo-sts-symptoms")
    point_at(looked, mark)
    looked.page.wait_for_timeout(300)
    mark.focus()
    assert preview(looked).count() == 0
    looked.page.keyboard.press("Enter")
    looked.page.locator(":target .back a").click()
    expect(mark).to_be_focused()
    assert looked.console == []
    looked.context.close()


def test_a_pointer_opens_it_after_a_moment_and_may_move_onto_it(reader):
    looked = reader.open("article")
    mark = mark_of(looked, "deyo-diehl-1988")
    point_at(looked, mark)
    assert preview(looked).count() == 0, "a pointer that only passes opens nothing"
    expect(preview(looked)).to_have_count(1)
    point_at(looked, preview(looked), 0.1, 0.1)
    looked.page.wait_for_timeout(600)
    expect(preview(looked)).to_have_count(1)
    preview(looked).locator(".title").click()
    expect(preview(looked)).to_have_count(1)
    point_at(looked, looked.page.locator("h1"))
    expect(preview(looked)).to_have_count(0)


def test_escape_closes_it_under_a_pointer_that_stays(reader):
    looked = reader.open("article")
    mark = mark_of(looked, "deyo-diehl-1988")
    point_at(looked, mark)
    expect(preview(looked)).to_have_count(1)
    looked.page.keyboard.press("Escape")
    expect(preview(looked)).to_have_count(0)
    looked.page.wait_for_timeout(400)
    assert preview(looked).count() == 0
    point_at(looked, looked.page.locator("h1"))
    point_at(looked, mark)
    expect(preview(looked)).to_have_count(1)


def test_by_keyboard_its_links_are_the_stops_after_its_mark(reader):
    looked = reader.open("every block", PHONE)
    keyboard = looked.page.keyboard
    dash = looked.page.locator(".dash", has_text="Sources 7 to 9")
    tab_to(looked, dash)
    assert preview(looked).count() == 1, "without delay"
    for name in ("See source 7", "See source 8"):
        keyboard.press("Tab")
        expect(preview(looked).get_by_role("link", name=name)).to_be_focused()
    keyboard.press("Shift+Tab")
    keyboard.press("Shift+Tab")
    expect(dash).to_be_focused()
    for _ in range(4):
        keyboard.press("Tab")
    expect(preview(looked).locator(".see")).to_have_text("See source 10")
    keyboard.press("Shift+Tab")
    expect(dash).to_be_focused()


@pytest.mark.parametrize("key", ["ArrowDown", "Control"])
def test_it_stays_while_the_keyboard_is_there_whatever_a_pointer_does(reader, key):
    looked = reader.open("article")
    looked.page.mouse.move(300, 700)
    tab_to(looked, mark_of(looked, "mayo-sts-symptoms"))
    looked.page.keyboard.press(key)  # scrolls the text below the pointer
    looked.page.mouse.move(300, 400)
    looked.page.wait_for_timeout(600)
    expect(preview(looked)).to_have_count(1)


def test_a_link_that_leads_where_its_mark_leads_is_no_stop(reader):
    looked = reader.open("article", PHONE)
    mark, following = mark_of(looked, "mayo-sts-symptoms"), mark_of(looked, "nyu-sts-diagnosis")
    tab_to(looked, mark)
    expect(preview(looked).locator(".see")).to_have_text(f"See source {mark.inner_text().split()[-1]}")
    looked.page.keyboard.press("Tab")
    expect(following).to_be_focused()
    expect(preview(looked).locator(".see")).to_have_text(f"See source {following.inner_text().split()[-1]}")
    looked.page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()


def test_what_has_to_scroll_can_be_reached(reader):
    looked = reader.open("how sources stand", View(320, 256))
    tab_to(looked, mark_of(looked, "stands-retracted"))
    assert preview(looked).evaluate("each => each.scrollHeight > each.clientHeight")
    for _ in range(3):
        looked.page.keyboard.press("Tab")
        if preview(looked).locator(".see a:focus").count():
            return
    pytest.fail("Tab never came to the end of it")


@pytest.mark.parametrize("inside", [False, True], ids=["on the mark", "in the preview"])
def test_escape_closes_it_and_the_reader_is_at_the_mark(reader, inside):
    looked = reader.open("every block")
    mark = looked.page.locator(".dash", has_text="Sources 7 to 9")
    tab_to(looked, mark)
    if inside:
        looked.page.keyboard.press("Tab")
        expect(preview(looked).locator(".see a").first).to_be_focused()
    looked.page.keyboard.press("Escape")
    expect(preview(looked)).to_have_count(0)
    expect(mark).to_be_focused()
    looked.page.keyboard.press("Tab")
    expect(preview(looked).locator(".see")).to_have_text("See source 10")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_mouse_and_keyboard_go_straight_to_the_source(reader, by):
    looked = reader.open("article")
    mark = mark_of(looked, "mayo-sts-symptoms")
    if by == "mouse":
        point_at(looked, mark)
        looked.page.mouse.down()
        looked.page.mouse.up()
    else:
        tab_to(looked, mark)
        looked.page.keyboard.press("Enter")
    assert looked.ask("location.hash") == "#ref-mayo-sts-symptoms"
    looked.page.wait_for_timeout(400)
    assert preview(looked).count() == 0, "nothing lies over the source"


def test_a_tap_shows_it_and_a_second_tap_follows_the_mark(reader):
    looked = reader.open("article", TOUCH)
    mark = mark_of(looked, "mayo-sts-symptoms")
    tap(looked, mark)
    expect(preview(looked)).to_have_count(1)
    assert looked.ask("location.hash") == ""
    link = preview(looked).get_by_role("link", name="See source 2").bounding_box()
    assert link is not None
    assert link["height"] >= 44
    assert link["width"] >= 44
    tap(looked, looked.page.locator(".takeaway h2"))
    expect(preview(looked)).to_have_count(0)
    tap(looked, mark)
    expect(preview(looked)).to_have_count(1)
    tap(looked, mark)
    assert looked.ask("location.hash") == "#ref-mayo-sts-symptoms"
    expect(preview(looked)).to_have_count(0)


def test_a_tap_on_another_mark_shows_that_one(reader):
    looked = reader.open("article", TOUCH)
    tap(looked, mark_of(looked, "mayo-sts-symptoms"))
    expect(preview(looked).locator(".see")).to_have_text("See source 2")
    tap(looked, mark_of(looked, "nyu-sts-diagnosis"))
    expect(preview(looked).locator(".see")).to_have_text("See source 3")
    tap(looked, preview(looked).get_by_role("link", name="See source 3"))
    assert looked.ask("location.hash") == "#ref-nyu-sts-diagnosis"
    expect(preview(looked)).to_have_count(0)


def test_without_scripts_a_mark_is_a_link(reader):
    looked = reader.open("article", View(320, 640, scripts=False))
    mark = mark_of(looked, "mayo-sts-symptoms")
    tab_to(looked, mark)
    assert preview(looked).count() == 0
    looked.page.keyboard.press("Enter")
    assert looked.page.url.endswith("#ref-mayo-sts-symptoms")


def test_on_paper_there_is_none(reader):
    looked = reader.open("article")
    tab_to(looked, mark_of(looked, "mayo-sts-symptoms"))
    looked.page.emulate_media(media="print")
    assert not preview(looked).is_visible()
