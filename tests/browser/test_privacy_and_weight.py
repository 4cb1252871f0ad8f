"""Nobody watches, nothing is stored, nothing moves, and a page is small: what a reader's browser does on each page."""

from __future__ import annotations

import gzip

import pytest
from tests.browser.looking import View
from tests.browser.sites import PAGES

pytestmark = pytest.mark.browser

STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""
SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 100);
})"""
LARGEST = 60 * 1024  # bytes of the first view, compressed
MOST = 8  # requests


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nobody_else_and_keeps_nothing(reader, name):
    looked = reader.open(name)
    assert [each.url for each in looked.requests if not each.url.startswith(looked.origin)] == []
    assert [each.resource_type for each in looked.requests if each.resource_type == "script"] == []
    assert looked.context.cookies() == []
    assert looked.ask(STORED) == ["", 0, 0, 0, 0, 0]
    # The browser itself notes that the page does not exist.
    assert [line for line in looked.console if not (name == "not found" and "404" in line)] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_to_other_sites_do_not_say_where_the_reader_comes_from(reader, name):
    looked = reader.open(name)
    telling = looked.ask("""() => [...document.querySelectorAll('a[href^="http"]')]
        .filter(each => new URL(each.href).origin !== location.origin && !each.relList.contains('noreferrer'))
        .map(each => each.href)""")
    assert telling == []


@pytest.mark.parametrize("name", ["article", "home", "topics", "sources", "not found", "every block"])
def test_nothing_moves_while_a_page_loads(reader, name):
    for view in (View(320), View(1280)):
        assert reader.open(name, view).ask(SHIFT) <= 0.01


def test_the_first_view_of_the_article_is_small(reader):
    looked = reader.open_new("article")
    looked.page.wait_for_load_state("networkidle")
    bodies = [response.body() for request in looked.requests if (response := request.response())]
    sizes = [min(len(body), len(gzip.compress(body, 6))) for body in bodies]
    looked.context.close()
    assert len(sizes) == len(looked.requests) <= MOST
    assert sum(sizes) <= LARGEST


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_without_scripts(reader, name):
    with_scripts = reader.open(name).ask("document.body.innerText")
    without = reader.open(name, View(scripts=False)).page.locator("body").inner_text()
    assert without.split() == with_scripts.split()


def test_nothing_is_animated_for_those_who_asked_for_less_motion(reader):
    times = """[...document.querySelectorAll('*')].map(each => getComputedStyle(each)).filter(style =>
        style.transitionDuration !== '0s' || style.animationName !== 'none'
        || style.scrollBehavior === 'smooth').length"""
    assert reader.open("article", View(reduced_motion=True)).ask(times) == 0
