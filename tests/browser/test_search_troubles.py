"""The search when something is wrong: files that do not come, strict servers, no scripts, and whatever people type."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.looking import Reader
from tests.browser.searching import ACTIVE, PAGE, field, results, said
from tests.browser.sites import built

from citewell.audit.server import serve_site
from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser


@pytest.fixture
def looked(reader: Reader) -> Iterator[Window]:
    """The search page."""
    with reader.visit("search", PAGE) as looked:
        yield looked


# ------------------------------------------------------------------------------------------------- without, and failing


def test_more_results_that_cannot_be_loaded_are_told_and_tried_again(looked):
    page = looked.page
    field(page).fill("s")
    expect(results(page)).to_have_count(8)
    page.route("**/pagefind/*/fragment/*", lambda route: route.abort())
    button = page.get_by_role("button", name="Show more results")
    button.click()
    expect(said(page)).to_contain_text("is not working at the moment")
    expect(results(page)).to_have_count(8)
    page.unroute_all()
    button.click()
    expect(results(page).nth(8).get_by_role("link")).to_be_focused()
    expect(said(page)).to_have_text(re.compile(r"^\d+ results for “s”$"))


@pytest.mark.parametrize("lost", ["pagefind-entry.json*", "wasm.*", "*.pf_meta", "index/*", "fragment/*"])
def test_a_page_that_a_server_sends_in_place_of_a_file_is_a_failure(looked, lost):
    page = looked.page
    page.route(f"**/pagefind/*/{lost}", lambda route: route.fulfill(content_type="text/html", body="<p>Please log in"))
    field(page).fill("lump")
    expect(said(page)).to_contain_text("is not working at the moment")


def test_without_scripts_the_page_says_so_and_leads_on(reader):
    looked = reader.open("search with results", View(320, scripts=False))
    page = looked.page
    assert "needs JavaScript" in page.locator("main").inner_text()
    assert page.get_by_role("searchbox").count() == 0
    page.locator("main").get_by_role("link", name="Articles A–Z").click()
    assert page.locator("h1").inner_text() == "Articles A–Z"


@pytest.mark.parametrize(
    "lost", ["pagefind.js*", "pagefind-entry.json*", "wasm.*", "*.pf_meta", "index/*", "fragment/*"]
)
def test_an_index_that_cannot_be_loaded_is_told_and_tried_again(looked, lost):
    page = looked.page
    page.route(f"**/pagefind/*/{lost}", lambda route: route.abort())
    field(page).fill("lump")
    expect(said(page)).to_contain_text("is not working at the moment")
    assert said(page).get_by_role("link", name="Articles A–Z").is_visible()
    assert results(page).count() == 0
    assert looked.ask(ACTIVE) == "q"
    page.unroute_all()
    page.get_by_role("button", name="Search").click()
    expect(said(page)).to_have_text("8 results for “lump”")


def test_a_site_built_without_an_index_says_so(browser, shared, tmp_path: Path):
    shutil.copytree(built("back pain", shared), tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    with serve_site(tmp_path / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=lump")
        expect(said(page)).to_contain_text("is not working at the moment")
        page.close()


def test_under_a_strict_policy_and_below_a_folder(browser, shared, tmp_path: Path):
    shutil.copytree(built("back pain", shared), tmp_path / "docs" / "health")
    with serve_site(tmp_path / "docs") as address:
        page = browser.new_page()
        policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; object-src 'none'"
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))

        def strict(route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

        page.route("**/*", strict)
        page.goto(f"{address}health/search/?q=lump")
        expect(said(page)).to_have_text("8 results for “lump”")
        assert heard == []
        results(page).first.get_by_role("link").click()
        page.wait_for_url(f"{address}health/articles/**")
        page.unroute_all(behavior="ignoreErrors")
        page.close()


# ------------------------------------------------------------------------------------------------------------ odd input

ODD = [
    "<img src=x onerror=document.title='spoilt'>",
    "</script><script>document.title='spoilt'</script>",
    '"quoted"',
    '"',
    "'",
    "🦠🩺",
    "\u202eright to left\u202c",
    "عربي",
    "{query} {count} $& \\1",
    "%E0%A4%A",
    "a" * 10_000,
    "lump " * 2_000,
    "   ",
    ".",
]


@pytest.mark.parametrize("words", ODD, ids=lambda words: ascii(words)[:30])
def test_odd_words_do_no_harm(looked, words):
    page = looked.page
    field(page).fill(words)
    field(page).press("Enter")
    if words.strip():
        expect(said(page)).not_to_have_text("")
        expect(said(page)).not_to_contain_text("does not work")
    assert page.title().startswith("Search")
    assert page.locator("main img, main script, .said b").count() == 0
    assert field(page).input_value() == words
    assert looked.ask("document.documentElement.scrollWidth") <= 1280
    assert looked.console == []


def test_a_script_in_a_title_is_letters(reader):
    looked = reader.open("gallery's topics", PAGE)
    page = looked.page
    page.goto(f"{looked.origin}search/?q=title")
    expect(results(page).filter(has_text='<script>alert("A & B")</script> and {{ 7*7 }} as a title')).to_have_count(1)
    assert page.locator("main script").count() == 0


def test_an_address_with_anything_in_it_does_no_harm(looked):
    page = looked.page
    for query_ in ("?q=%E0%A4%A&topic=../../x", "?topic=nothing", "?q[]=1&x", "?q=<b>&q=lump", f"?q={'x' * 5_000}"):
        page.goto(f"{looked.origin}search/{query_}")
        expect(said(page)).not_to_contain_text("does not work")
        assert page.locator("main b").count() == 0
