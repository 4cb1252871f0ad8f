"""The panel with the evidence for one statement: beside the text or below it, by pointer and by keyboard, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.axe_core import PROGRAM, findings, put_in
from tests.browser.looking import Reader

from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser

PINNED = "A sentence may name a place and a quote."
TWO = "A place in a source is named beside its letter."


def panel(looked: Window) -> Locator:
    return looked.page.locator(".proof:not(.printed)")


def button_of(looked: Window, words: str) -> Locator:
    return looked.page.locator(".claim", has_text=words).locator("button")


def choose(looked: Window, words: str) -> Locator:
    """Click on the first letter of a statement, which may begin in the middle of a line."""
    claim = looked.page.locator(".claim", has_text=words)
    claim.scroll_into_view_if_needed()
    at = claim.evaluate("each => { const {x, y} = each.getClientRects()[0]; return [x + 4, y + 6]; }")
    looked.page.mouse.click(*at)
    return claim


def rows(shown: Locator) -> list[str]:
    return [" ".join(each.split()) for each in shown.locator("dl > div").all_inner_texts()]


def test_switching_it_on_shows_the_evidence_of_the_next_statement(reader: Reader):
    with reader.visit("every block") as looked:
        looked.page.check("#evidence")
        expect(panel(looked)).to_have_count(1)
        expect(panel(looked).locator(".title")).to_have_text("Evidence for “Five sources in a row are one range.”")
        expect(panel(looked).locator(".one")).to_have_count(5)
        looked.page.uncheck("#evidence")
        expect(panel(looked)).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_it_says_what_is_known_of_each_source_beside_the_text_or_below_it(reader: Reader, width: int):
    with reader.visit("every block", View(width, reduced_motion=True)) as looked:
        looked.page.check("#evidence")
        claim = choose(looked, PINNED)
        shown = panel(looked)
        expect(shown).to_have_attribute("aria-label", f"Evidence for “{PINNED}”")
        assert rows(shown) == [
            "Kind of source Hospital page",
            "Year 2019",
            "Who was studied 149 adults with a lump, in two towns",
            "Its words “a lump that does not hurt” We have not yet checked that these words are there.",
            "Online check Not checked yet",
        ]
        expect(shown.locator(".source")).to_have_text("12. Work number 12 about something that is hard to lay out")
        expect(shown.locator(".verified")).to_have_text("Compared with its sources by: nobody yet")
        text, box = claim.bounding_box(), shown.bounding_box()
        assert text is not None
        assert box is not None
        if width == 360:
            assert box["y"] >= text["y"] + text["height"]
        else:
            assert box["x"] >= text["x"] + text["width"], "beside it"
            assert abs(box["y"] - text["y"]) < 400
        if PROGRAM.exists():
            put_in(looked)
            assert findings(looked) == []
        choose(looked, TWO)
        expect(shown.locator(".one")).to_have_count(2)
        expect(shown.locator(".no-quote")).to_have_count(2)


def test_by_keyboard_it_opens_is_read_leads_to_the_source_and_closes(reader: Reader):
    with reader.visit("every block") as looked:
        looked.page.check("#evidence")
        button = button_of(looked, PINNED)
        button.focus()
        looked.page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        expect(panel(looked)).to_be_focused()
        looked.page.keyboard.press("Tab")
        expect(panel(looked).get_by_role("button", name="Close")).to_be_focused()
        looked.page.keyboard.press("Escape")
        expect(button).to_be_focused()
        assert button.get_attribute("aria-expanded") == "false"
        expect(panel(looked)).to_have_count(0)
        for key in ("Enter", "Tab", "Tab", "Enter"):
            looked.page.keyboard.press(key)
        assert looked.page.url.endswith("#ref-numbered-12")
        expect(looked.page.locator("[id='ref-numbered-12'] .back a")).to_have_count(1)


def test_on_paper_every_statement_with_a_source_has_its_evidence_if_it_is_on(reader: Reader):
    with reader.visit("every block") as looked:
        printed = looked.page.locator(".printed")
        looked.ask("dispatchEvent(new Event('beforeprint'))")
        expect(printed).to_have_count(0)
        looked.page.check("#evidence")
        looked.ask("dispatchEvent(new Event('beforeprint'))")
        looked.page.emulate_media(media="print")
        one = printed.filter(has_text=PINNED)
        assert one.is_visible()
        assert "a lump that does not hurt" in one.inner_text()
        assert not panel(looked).is_visible()
        looked.ask("dispatchEvent(new Event('afterprint'))")
        expect(printed).to_have_count(0)
        looked.page.emulate_media(media="screen")
