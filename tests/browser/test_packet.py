"""A reviewer fills in a packet with the keyboard, offline, and what she saves is what the command records."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page
from tests.browser import axe_core
from tests.packet.reviewed import SLUG, Desk, words
from tests.waiting import PATIENCE

from citewell.audit.window import View, Window
from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE, find_installed_chromium

pytestmark = pytest.mark.browser
ACTIVE = "document.activeElement"


def tab_to(page: Page, condition: str) -> None:
    """Press Tab until the focused element fulfils a condition."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(f"(() => {{ const here = {ACTIVE}; return Boolean({condition}); }})()"):
            return
    raise AssertionError(f"Tab never leads to {condition}")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The small site with an invented reviewer."""
    return Desk(tmp_path)


@pytest.fixture
def looked(browser: Browser, desk: Desk) -> Iterator[Window]:
    """The packet, opened from the disk in a browser that is offline."""
    context = browser.new_context(accept_downloads=True, offline=True)
    context.set_default_timeout(1000 * PATIENCE)
    page = context.new_page()
    opened = Window(page, context, View())
    page.on("request", opened.add_request)
    page.on("console", lambda message: opened.console.append(message.text))
    page.on("pageerror", lambda error: opened.console.append(str(error)))
    page.clock.set_fixed_time("2026-03-01T12:00:00")  # the day of the tests, which the answers carry
    page.goto(desk.packet_file("--for", "ada-fiction").as_uri())
    yield opened
    context.close()


def answer_by_keyboard(page: Page) -> None:
    """Answer each statement with "yes", but the first with "partly" and a note."""
    for answered in range(1, 9):
        tab_to(page, "here.type === 'radio' && here.name.includes('verdict') && here.closest('[data-asked]')")
        page.keyboard.press("Space" if answered > 1 else "ArrowRight")
        assert page.locator("#done").inner_text() == f"{answered} of 8 answered"
        if answered == 1:
            tab_to(page, "here.tagName === 'TEXTAREA'")
            page.keyboard.type("Only with a stiff neck.")


def save_by_keyboard(page: Page, folder: Path) -> Path:
    """Sign and save; the file as the browser names it."""
    tab_to(page, "here.name === 'signed'")
    page.keyboard.press("Space")
    tab_to(page, "here.id === 'save'")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    return saved


def test_packet_is_filled_in_by_keyboard_saved_and_recorded(looked: Window, desk: Desk):
    page = looked.page
    answer_by_keyboard(page)
    page.reload()  # what was answered is still there
    assert page.locator("#done").inner_text() == "8 of 8 answered"
    saved = save_by_keyboard(page, desk.folder)
    assert saved.name == "can-stress-cause-headaches.review.json"
    assert looked.console == []
    assert {request.url.partition(":")[0] for request in looked.requests} <= {"file", "blob"}

    recorded = desk.record(saved)
    assert (recorded.code, recorded.err) == (0, ""), recorded.out
    assert "verdict: partly" in desk.recorded
    assert "Only with a stiff neck." in desk.recorded
    assert desk.signed == ["content", "what-is-known", "key-takeaways"]
    again = desk.packet()
    assert "Dr Ada Fiction on 1 March 2026: Partly. Note: Only with a stiff neck." in words(again.body)


def test_packet_is_open_to_everybody_and_has_the_order_of_the_page_too(looked: Window):
    page = looked.page
    axe_core.put_in(looked)
    for width in (360, 1280):
        looked.show_as(View(width=width))
        assert axe_core.findings(looked) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    looked.show_as(View(scheme="dark"))
    assert axe_core.findings(looked, colours_only=True) == []

    page.get_by_label("As on the page").check()
    order = page.evaluate("[...document.querySelectorAll('.part:not([hidden]) .claim')].map(each => each.id)")
    assert order == [f"statement-{number}" for number in range(1, len(order) + 1)]
    page.get_by_role("button", name="Next without an answer").click()
    assert page.evaluate("document.activeElement.closest('.claim').id") == "statement-3"
    page.get_by_role("button", name="Copy as text").click()
    assert page.get_by_label("Your answers as text").input_value().startswith('{\n  "format": "citewell-review"')


def test_packet_is_printed_whole(desk: Desk):
    printed = desk.folder / "packet.pdf"
    chromium = os.environ.get(CHROMIUM_VARIABLE) or find_installed_chromium() or ""
    arguments = ("packet", SLUG, "-o", str(desk.folder / "printed.html"), "--pdf", str(printed))
    done = desk.site.citewell(*arguments, CITEWELL_CHROMIUM=chromium)
    assert (done.code, done.err) == (0, "")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(printed).pages)
    shown = " ".join(text.split())
    for statement in desk.packet().css(".claim"):
        assert f"Note on statement {(statement.attributes['id'] or '').removeprefix('statement-')}" in shown
    assert "Save answers" not in shown
    assert "Next without an answer" not in shown
