"""A link to a pinned quote lands on its words: what ``evidence.quotes.fragments`` makes, Chromium understands."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from citewell.evidence.pages.page import read_web_page
from citewell.evidence.quotes.fragments import make_text_fragment

pytestmark = pytest.mark.browser

#: What is quoted, by the id of the block in which the quote begins.
QUOTES = {
    "plain": "Rest helps little & walking helps more",
    "comma": "in 4-6 weeks, or later, it is gone",
    "marks": 'A patient\'s "first" dose',
    "inline": "may take 6 weeks to heal",
    "hyphen": "careful examination",
    "nbsp": "up to 14 weeks",
    "first": "Most pain gets better",
    "third": "Most pain gets better by itself and without any tablet, scan or operation in a few weeks",
    "list": "Go now if you have a numb leg",
    "long": "It began with a long sentence that goes on and on about the back and on and it ends with these words",
    "gap": "The first part … the last part",
    "small": "whatever comes FIRST",
    "umlaut": "Rückenschmerzen heilen",
    "note": "until the pain is over",
    "two": "comes and goes. It then stays away",
    "after": "Call a doctor today",
    "raised": "about 10⁶ cells in each litre",
    "lowered": "as much CO₂ as before",
}
BLOCKS = """
<p id=first>Most pain gets better in time. Call a doctor some day.</p>
<p id=plain>You may know: Rest helps little &amp; walking helps more.</p>
<p id=comma>Mostly, in 4–6 weeks, or later, it is gone.</p>
<p id=marks>A patient’s “first” dose.</p>
<p id=inline>It may take <b>6</b> <i>weeks</i> to heal.</p>
<p id=hyphen>After a careful exam&shy;ination.</p>
<p id=nbsp>It is up to&nbsp;14&nbsp;weeks.</p>
<p>Whatever comes first.</p>
<p>They know that Most pain gets better.</p>
<p id=third>Most pain gets better by itself and without any tablet, scan or operation in a few weeks.</p>
<p id=list>Go now if you have</p><ul><li>a numb leg</li></ul>
<p id=long>It began with a long sentence that goes on and on about the back and on and it ends with these words.</p>
<p id=gap>The first part, and something else in between that nobody quotes, and the last part.</p>
<p id=small>whatever comes FIRST, counts.</p>
<p id=umlaut>Rückenschmerzen heilen.</p>
<p id=note>Rest until the pain is over<sup><a href="#x">12</a></sup>.</p>
<p id=two>It comes and goes.<sup><a href="#x">3</a></sup> It then stays away<sup><a href="#x">4</a></sup>.</p>
<p id=raised>There were about 10<sup>6</sup> cells in each litre.</p>
<p id=lowered>There is as much CO<sub>2</sub> as before.</p>
<ol><li>one</li></ol><p id=after>Call a doctor today.</p>
"""
HEAD = "<!doctype html><meta charset=utf-8><title>x</title><link rel=icon href=data:,>"
PAGE = f"{HEAD}<style>p {{ margin: 1500px 0 }}</style>{BLOCKS}<p>End."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("block", QUOTES)
def test_the_link_lands_on_the_words(browser: Browser, address, block):
    text = read_web_page(PAGE.encode(), "text/html; charset=utf-8", address).text
    fragment = make_text_fragment(QUOTES[block], text)
    assert fragment.startswith("#:~:text=")
    page = browser.new_page(viewport={"width": 800, "height": 600})
    try:
        page.goto(f"{address}?{block}{fragment}")
        page.wait_for_function("scrollY > 200")
        box = page.evaluate(
            "id => { const b = document.getElementById(id).getBoundingClientRect(); return [b.top, b.bottom] }", block
        )
    finally:
        page.close()
    assert -5 < box[0] < 600, f"{fragment} led elsewhere"


def test_a_fragment_is_short():
    text = read_web_page(PAGE.encode(), "text/html; charset=utf-8", "").text
    assert make_text_fragment(QUOTES["long"], text) == "#:~:text=It%20began%20with%20a,ends%20with%20these%20words"
    assert make_text_fragment(QUOTES["first"], text) == "#:~:text=Most%20pain%20gets%20better", (
        "the first place needs no prefix"
    )
    assert "-," in make_text_fragment(QUOTES["small"], text), "for a browser, the same words stand further up"
    assert make_text_fragment("not on the page", text) == ""
