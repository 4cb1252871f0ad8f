"""What keeps readers safe stands where they look: the emergency card, the corrections, the way to the editors."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from tests.browser.looking import Reader

from citewell.audit.window import View

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
BELOW_TAKEAWAY = """() => {
    const [takeaway, alarm] = ['.takeaway', '.alarm'].map(each => document.querySelector(each).getBoundingClientRect())
    const card = document.querySelector(document.querySelector('.alarm a').getAttribute('href'))
    return [alarm.y - takeaway.bottom, alarm.x - takeaway.x, alarm.height, !!card.closest('.emergency')]
}"""
LINES = """() => [...document.querySelectorAll('.corrections li')].map(each => each.innerText.replace(/\\s+/g, ' '))"""


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("width", WIDTHS)
def test_way_to_the_emergency_card_stands_right_below_the_takeaway(reader: Reader, width: int, medium):
    page = reader.open("article", View(width)).page
    page.emulate_media(media=medium)
    gap, aside, height, leads_to_the_card = page.evaluate(BELOW_TAKEAWAY)
    assert 0 < gap <= 24
    assert aside == 0
    assert height >= 20
    assert leads_to_the_card


def test_takeaway_begins_early_on_a_small_telephone(reader: Reader):
    top = reader.open("article", View(320)).ask("document.querySelector('.takeaway').getBoundingClientRect().y")
    assert top <= 900


@pytest.mark.parametrize("width", WIDTHS)
def test_head_says_that_the_page_was_corrected_and_leads_to_the_notes(reader: Reader, width: int):
    looked = reader.open("every block", View(width))
    link = looked.page.get_by_role("link", name="Corrected 1 March 2026")
    takeaway = looked.page.locator(".takeaway").bounding_box()
    box = link.bounding_box()
    assert box
    assert takeaway
    assert box["y"] + box["height"] < takeaway["y"]
    assert min(box["height"], box["width"]) >= 24
    link.click()
    notes = looked.page.get_by_role("heading", name="Corrections").bounding_box()
    assert notes
    assert 0 <= notes["y"] < 400


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_corrections_are_dated_and_the_newest_stands_first(reader: Reader, medium):
    page = reader.open("every block").page
    page.emulate_media(media=medium)
    lines = page.evaluate(LINES)
    assert [line[:16].strip() for line in lines] == ["1 March 2026 An", "11 February 2026"]
    assert '"3 > 5" & called it <b so. It is *not so: 3 < 5.' in lines[0]
    assert page.get_by_text("Corrected 1 March 2026").is_visible()


@pytest.mark.parametrize("name", ["every block", "withdrawn", "gallery's evidence", "gallery's people"])
def test_message_to_the_editors_is_easy_to_reach_and_names_the_page(reader: Reader, name: str):
    looked = reader.open(name, View(320))
    link = looked.page.get_by_role("region", name="Report a problem with this page").get_by_role("link")
    box = link.bounding_box()
    assert box
    assert box["height"] >= 24
    message = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    here = looked.page.url.removeprefix(looked.origin)
    assert message["body"][0].startswith(f"Page: https://gallery.example/{here}\r\n")
    assert message["subject"] == [f"Problem with: {looked.page.locator('h1').inner_text()}"]
