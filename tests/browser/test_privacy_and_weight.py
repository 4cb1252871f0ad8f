"""Nobody watches, nothing is stored, nothing moves, and a page is small: what a reader's browser does on each page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from playwright.sync_api import CDPSession
from tests.browser.looking import Reader
from tests.browser.sites import PAGES
from tests.browser.states import STATES, in_state

from citewell.audit.checks.other_origins import list_stored
from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser

SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
        .observe({type: 'layout-shift', buffered: true});
    scrollTo(0, 1e6);
    setTimeout(() => done(sum), 300);
})"""
MOVING = """[...document.querySelectorAll('*')].flatMap(each => ['', '::before', '::after'].map(part =>
    getComputedStyle(each, part))).filter(style => style.transitionDuration !== '0s'
    || style.animationName !== 'none' || style.scrollBehavior === 'smooth').length"""
# A slow telephone, as Lighthouse imagines one: 150 ms, 1.6 Mbit/s, a processor four times slower.
SLOW: Final = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
LARGEST = 60 * 1024  # bytes of the first view as they are sent: compressed, with their headers
MOST = 8  # requests
SHOWN = ("article", "home", "topic", "A to Z", "sources", "not found", "every block")


@contextmanager
def own_window(reader: Reader, view: View) -> Iterator[tuple[Window, CDPSession]]:
    """A window with an empty cache, and what its network and its processor are told by."""
    looked = reader.open_window(view)
    tools = looked.context.new_cdp_session(looked.page)
    tools.send("Network.enable")
    try:
        yield looked, tools
    finally:
        looked.page.unroute_all(behavior="ignoreErrors")
        looked.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nobody_else_keeps_nothing_and_tells_nobody(reader, name):
    looked = reader.open(name)  # once for all of these: each says itself what is wrong
    links_to_other_sites_do_not_say_where_the_reader_comes_from(looked)
    assert looked.ask(MOVING) > 0, "for others a colour may fade"
    looked.show_as(View(reduced_motion=True))
    assert looked.ask(MOVING) == 0, "for those who asked for less motion"
    assert looked.list_foreign_requests() == []
    assert looked.context.cookies() == []
    assert list_stored(looked) == []
    # The browser itself notes that the page does not exist.
    assert [line for line in looked.console if not (name.endswith("not found") and "404" in line)] == []


@pytest.mark.parametrize("state", STATES)
def test_what_a_reader_opens_asks_nobody_else_and_keeps_only_a_setting(reader, state):
    with in_state(reader, state, View(320)) as looked:
        assert looked.list_foreign_requests() == []
        assert looked.context.cookies() == []
        assert list_stored(looked) == (["local storage"] if "evidence" in state else [])
        assert looked.console == []


def links_to_other_sites_do_not_say_where_the_reader_comes_from(looked: Window) -> None:
    telling = looked.ask("""() => [...document.querySelectorAll('a[href^="http"]')]
        .filter(each => new URL(each.href).origin !== location.origin && !each.relList.contains('noreferrer'))
        .map(each => each.href)""")
    assert telling == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_moves_while_a_page_loads_slowly(reader, width):
    with own_window(reader, View(width)) as (looked, tools):
        tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        tools.send("Network.emulateNetworkConditions", SLOW)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        moved = {name: reader.show(looked, name).ask(SHIFT) for name in SHOWN}
        assert {name: shift for name, shift in moved.items() if shift > 0.01} == {}
        looked.ask("""() => new Promise(done => requestAnimationFrame(() => {
            scrollTo(0, 0);
            document.querySelector('h1').insertAdjacentHTML('beforebegin', '<div style="height: 20rem">late</div>');
            requestAnimationFrame(() => setTimeout(done, 50));
        }))""")
        assert looked.ask(SHIFT) > 0.01, "this look sees what comes late"


def test_the_first_view_of_the_article_is_small(reader):
    with own_window(reader, View(412)) as (looked, tools):
        sizes: list[float] = []
        tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        reader.show(looked, "article", wait_until="networkidle")
        assert (
            3 < len([size for size in sizes if size]) == len(looked.requests) <= MOST
        )  # data: addresses are of size 0
        assert 10_000 < sum(sizes) <= LARGEST


@pytest.mark.parametrize("name", [name for name in PAGES if "search" not in name])  # it says that it needs one
def test_a_page_is_the_same_without_scripts(reader, name):
    looked = reader.open(name)
    made_by_scripts = ".evidence-view, .ask { display: none !important }"
    said_without = ".cites > .certainty { display: inline !important }"  # scripts say it in the preview
    looked.page.add_style_tag(content=made_by_scripts + said_without)
    with_scripts = looked.ask("document.body.innerText")
    without = reader.open(name, View(scripts=False)).page.locator("body").inner_text()
    assert without.split() == with_scripts.split()


def test_a_page_is_read_before_any_script_arrives(reader):
    with own_window(reader, View(320)) as (looked, _):
        looked.page.route("**/*.js", lambda _: None)  # never answered
        for name in SHOWN:
            text = reader.open(name, View(320)).ask("document.body.innerText")
            reader.show(looked, name, wait_until="commit")
            looked.page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            assert looked.page.locator("h1").is_visible()
            assert (name, looked.page.locator("body").inner_text().split()) == (name, text.split())
        assert any(each.url.endswith(".js") for each in looked.requests), "the last of them has a script"
