"""What a screen reader is told first: language, title, one main heading, headings in order, landmarks with names."""

from __future__ import annotations

import pytest
from tests.browser.sites import ARTICLES, PAGES, words_of

from citewell.audit.checks.structure import list_structure_faults
from citewell.audit.window import View, Window
from citewell.messages import Words

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_what_is_told_first(reader, name):
    looked = reader.open(name)  # once for all of these: each says itself what is wrong
    assert [*list_structure_faults(looked, words_of(name).language)] == []
    landmarks(looked, words_of(name))
    for view in (looked.view, View(320, scheme="dark")):
        looked.show_as(view)
        the_banner_comes_first_and_search_engines_stay_away(looked, view, words_of(name))


def the_banner_comes_first_and_search_engines_stay_away(looked: Window, view: View, words: Words) -> None:
    banner = looked.page.get_by_role("region", name=words("theme.demonstration"))
    assert words("theme.demonstration_help") in banner.inner_text()
    box = banner.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, view.width)
    assert looked.ask("getComputedStyle(document.querySelector('.demo')).position") == "relative"
    assert "noindex" in (looked.page.locator("meta[name=robots]").get_attribute("content") or "")
    spoken = looked.ask("document.body.innerText").lstrip()
    assert spoken.startswith((words("theme.demonstration_said"), words("theme.skip_to_content")))


def landmarks(looked: Window, words: Words) -> None:
    page = looked.page
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    hubs = page.get_by_role("navigation", name=words("theme.main")).get_by_role("link").all_inner_texts()
    assert hubs[:-1] == [words("topics.title"), words("articles.a_to_z"), words("sources.title")]
    assert hubs[-1]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_says_that_nobody_reviewed_it(reader, name):
    page = reader.open(name, View(320)).page
    assert page.locator(".byline").get_by_text(words_of(name)("article.not_reviewed")).is_visible()


def test_the_emergency_card_is_one_step_from_the_takeaway(reader):
    looked = reader.open("article", View(320))
    link = looked.page.locator(".takeaway + .alarm a")
    link.click()
    head = looked.page.locator(".emergency h2, .emergency h3").first
    assert looked.ask("location.hash.slice(1)") == head.get_attribute("id")
    assert head.is_visible()
    box = head.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200


def test_a_withdrawn_article_keeps_its_address_and_loses_its_text(reader):
    page = reader.open("withdrawn").page
    assert "withdrawn" in page.locator("main").inner_text()
    assert "Nobody should read this sentence" not in page.content()
    assert page.locator(".cite, .sources").count() == 0


def test_signs_of_a_programming_language_are_letters(reader):
    looked = reader.open("odd title")
    assert looked.page.locator("h1").inner_text() == '<script>alert("A & B")</script> and {{ 7*7 }} as a title'
    assert looked.page.title().startswith('<script>alert("A & B")</script> and {{ 7*7 }} as a title')
    description = looked.page.locator("meta[name=description]").get_attribute("content")
    assert description == 'A description with "quotation marks", <b>tags</b> & an ampersand.'
    assert looked.page.locator("script:not([src])").count() == 0
