"""The evidence view: what each line means is said, seen and heard; the switch is kept only while it is on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Route
from tests.browser.looking import Reader

from citewell.audit.scripts import add_tools
from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser

SWITCH = "#evidence"
KEPT = "() => ({...localStorage})"
LINES = """() => Object.fromEntries([...document.querySelectorAll('article > p .claim, section .claim, .legend .claim')]
    .map(each => [each.classList[1], getComputedStyle(each)])
    .map(([name, style]) => [name, style.textDecorationLine + ' ' + style.textDecorationStyle]))"""
LEGEND = """() => Object.fromEntries([...document.querySelectorAll('.legend .claim')]
    .map(each => [each.classList[1], getComputedStyle(each).textDecorationStyle]))"""
HEARD = "() => [...document.querySelectorAll('article :not(b).claim:not(.part)')].map(each => each.innerText)"
# A line at a time: what is in it may be one box or several.
WIDTHS = """() => [...document.querySelectorAll('article > :not(.beside) .claim, article > * > .claim')].map(each =>
    Object.values(Object.groupBy(each.getClientRects(), rect => Math.round(rect.bottom / 8))).map(rects =>
        [Math.min(...rects.map(rect => rect.left)), Math.max(...rects.map(rect => rect.right))]
            .map(x => Math.round(x / 2))))"""
PLACES = """() => [...document.querySelectorAll('article > :is(h2, p, ul), .takeaway, .cite')]
    .map(each => each.getBoundingClientRect().top + scrollY)"""
SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 300);
})"""
REVIEWED = """() => document.querySelectorAll('article > p .sourced')
    .forEach(each => each.className = 'claim reviewed')"""


def _late(route: Route) -> None:
    """A script that comes when the page was painted long ago."""
    time.sleep(0.5)
    route.continue_()


@pytest.fixture
def window(reader: Reader) -> Iterator[Window]:
    with reader.visit("every block") as looked:
        yield looked


def test_off_it_shows_and_says_and_keeps_nothing(window: Window):
    assert window.page.get_by_role("switch", name="Show evidence").is_checked() is False
    assert window.ask(KEPT) == {}
    assert (
        window.ask(
            "() => document.querySelector('article > p .claim').computedStyleMap().get('text-decoration-line')+''"
        )
        == "none"
    )
    assert not any("(" in said for said in window.ask(HEARD) if "Source named" in said)


def test_each_kind_has_a_line_a_word_and_a_colour_of_its_own(window: Window):
    window.page.check(SWITCH)
    assert window.ask(LEGEND) == {"quoted": "dashed", "sourced": "dotted", "waived": "double"}
    assert window.ask(LINES) == {
        "quoted": "underline dashed",
        "sourced": "underline dotted",
        "waived": "underline double",
    }
    window.ask(REVIEWED)
    assert window.ask(LINES)["reviewed"] == "underline solid"
    colours = (
        "() => new Set([...document.querySelectorAll('.claim')].map(e => getComputedStyle(e).textDecorationColor)).size"
    )
    assert window.ask(colours) == 4


def test_who_hears_the_page_is_told_the_kind_behind_each_claim_and_only_then(window: Window):
    before = window.ask(HEARD)
    window.page.check(SWITCH)
    told = window.ask("() => [...document.querySelectorAll('.claim > .heard')].map(each => each.textContent)")
    assert set(told) == {" (Source quoted)", " (Source named)", " (No source needed)"}
    assert len(told) == len(before)
    heard = window.page.locator("article > p:has(.quoted)").first.aria_snapshot()
    assert "Five sources in a row are one" in heard
    assert "(Source named)" in heard
    window.page.uncheck(SWITCH)
    assert window.ask(HEARD) == before


def test_who_copies_text_gets_what_is_seen(window: Window):
    window.page.check(SWITCH)
    copied = "() => { getSelection().selectAllChildren(document.querySelector('article')); return getSelection() + '' }"
    text = window.ask(copied)
    assert "Five sources in a row are one range." in text
    assert "(Source" not in text


def test_it_is_kept_while_it_is_on_and_forgotten_after(window: Window):
    window.page.check(SWITCH)
    assert window.ask(KEPT) == {"citewell.evidence": "on"}
    window.page.reload()
    assert window.page.is_checked(SWITCH)
    assert window.ask("() => document.querySelectorAll('.claim > .heard').length") > 0
    window.page.uncheck(SWITCH)
    assert window.ask(KEPT) == {}
    window.page.reload()
    assert not window.page.is_checked(SWITCH)


def test_a_page_that_the_browser_kept_comes_back_as_it_was_switched_elsewhere(window: Window):
    window.ask("localStorage.setItem('citewell.evidence', 'on')")  # as another page does
    window.ask("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert window.page.is_checked(SWITCH)
    assert window.ask("() => document.querySelectorAll('.claim > .heard').length") > 0


def test_it_works_where_nothing_can_be_kept(reader: Reader):
    looked = reader.open_window(View())
    looked.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed') }})")
    reader.show(looked, "every block")
    looked.page.check(SWITCH)
    assert looked.ask(LEGEND)["quoted"] == "dashed"
    assert looked.ask("() => document.querySelectorAll('.claim > .heard').length") > 0
    assert looked.console == []
    looked.context.close()


def test_the_keyboard_works_it_and_its_target_is_large(window: Window):
    window.page.focus(SWITCH)
    window.page.keyboard.press("Space")
    assert window.page.is_checked(SWITCH)
    box = window.page.locator(".evidence-view label").bounding_box()
    assert box is not None
    assert box["height"] >= 44


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_lines_move_no_text_and_nothing_moves_when_it_was_on_before(reader: Reader, width: int):
    with reader.visit("article", View(width)) as looked:
        before, lines = looked.ask(PLACES), looked.ask(WIDTHS)
        looked.page.check(SWITCH)
        assert looked.ask(WIDTHS) == lines
        after = looked.ask(PLACES)
        moved = {round(there - here) for here, there in zip(before, after, strict=True)}
        assert len(moved) <= 3, "what is below the legend and the first panel moves with them, and nothing else moves"
        looked.page.route("**/citewell.js", _late)
        looked.page.reload()
        assert looked.page.is_checked(SWITCH)
        assert looked.ask(SHIFT) <= 0.01
        assert looked.ask(PLACES) == before


def test_the_takeaway_begins_where_it_did(reader: Reader):
    looked = reader.open("article", View(320))
    top = looked.ask("() => document.querySelector('.evidence-view').getBoundingClientRect().top")
    assert top > looked.ask("() => document.querySelector('.takeaway').getBoundingClientRect().bottom")


def test_forced_colours_keep_the_lines_apart(reader: Reader):
    with reader.visit("every block", View(forced_colours=True)) as looked:
        looked.page.check(SWITCH)
        assert set(looked.ask(LEGEND).values()) == {"dashed", "dotted", "double"}


# The line or the edge of the switch with the least contrast to what is below it.
WEAKEST = """name => {
    const lines = [...document.querySelectorAll('.claim')].map(each => [each, 'textDecorationColor']);
    return [...lines, [document.querySelector(name), 'borderTopColor']].map(([each, colour]) => {
        const ground = findGround(each.matches('input') ? each.parentElement : each);
        return [tellContrast(over(parse(getComputedStyle(each)[colour]), ground), ground), each.className];
    }).sort((a, b) => a[0] - b[0])[0];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_switch_can_be_seen(reader: Reader, scheme):
    """Three to one against what is below (WCAG 2.2, 1.4.11), on every tint."""
    with reader.visit("every block", View(scheme=scheme)) as looked:
        looked.page.check(SWITCH)
        weakest = looked.ask(add_tools(WEAKEST), SWITCH)
        assert weakest[0] >= 3, weakest


def test_without_scripts_and_on_paper_there_is_no_switch(reader: Reader):
    looked = reader.open("every block", View(scripts=False))
    assert not looked.page.is_visible(".evidence-view")
    with reader.visit("every block") as looked:
        looked.page.check(SWITCH)
        looked.page.emulate_media(media="print")
        assert not looked.page.is_visible(".evidence-view")
        assert {line.split()[0] for line in looked.ask(LINES).values()} == {"none"}


def test_a_page_without_sources_has_no_switch(reader: Reader):
    assert reader.open("about").page.locator(SWITCH).count() == 0
