"""Terms of the glossary: real links, told apart without colour; what they mean is heard and printed, too."""

from __future__ import annotations

import pytest
from tests.browser.looking import Reader

from citewell.audit.window import View

pytestmark = pytest.mark.browser

#: A term of the gallery that its text does not explain, where it is used first.
TERM = "article a.term >> nth=0"


@pytest.mark.parametrize("scripts", [True, False])
def test_every_term_leads_to_its_meaning(reader: Reader, scripts: bool):
    looked = reader.open("article", View(scripts=scripts))
    addresses = [link.get_attribute("href") or "" for link in looked.page.locator("a.term").all()]
    assert len(addresses) == len(set(addresses)) > 2
    looked = reader.open("glossary", View(scripts=scripts))
    for address in addresses:
        assert looked.page.locator(f"[id='{address.partition('#')[2]}'] > dt > dfn").count() == 1


def test_it_lands_in_view_and_highlighted(reader: Reader):
    looked = reader.open("glossary", fragment="#term-biopsy")
    place = looked.page.locator(":target")
    assert "a small sample of tissue" in place.inner_text()
    box = place.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < View().height
    assert place.evaluate("each => getComputedStyle(each).boxShadow") != "none"


def test_a_page_without_sources_explains_its_terms(reader: Reader):
    looked = reader.open("gallery's own page")
    assert looked.page.locator(".sources").count() == 0
    looked.page.locator("a.term").focus()
    plain = looked.page.locator(".glance .plain")
    assert plain.inner_text() == "all numbers from the first to the last"
    looked = reader.open("gallery's glossary")
    assert looked.page.locator("script").count() == 0, "nothing to explain, nothing to load"


def test_the_meaning_is_heard_and_printed_but_not_seen(reader: Reader):
    with reader.visit("every block") as looked:
        meaning = looked.page.locator(".meaning").first
        assert meaning.evaluate("each => each.getBoundingClientRect().width") <= 1
        heard = looked.page.locator("p:has(.meaning)").first.aria_snapshot()
        assert "(all numbers from the first to the last)" in heard
        looked.page.emulate_media(media="print")
        box = meaning.bounding_box()
        assert box is not None
        assert box["width"] > 40
        line = looked.page.locator("a.term").first.evaluate("each => getComputedStyle(each).textDecorationLine")
        assert line == "none", "an underlined word on paper looks like one that matters more"


def test_a_term_is_told_by_a_dotted_line_in_the_colour_of_the_text(reader: Reader):
    looked = reader.open("every block")
    same, line = looked.page.locator("a.term").first.evaluate("""each => [
        getComputedStyle(each).color === getComputedStyle(each.closest('p')).color,
        getComputedStyle(each).textDecorationStyle]""")
    assert same
    assert line == "dotted"


def test_in_the_evidence_view_no_term_looks_like_a_claim(reader: Reader):
    looked = reader.open("every block")
    line = "each => [getComputedStyle(each).textDecorationStyle, getComputedStyle(each).textDecorationThickness]"
    looked.page.locator("#evidence").check()
    assert looked.page.locator("a.term").first.evaluate(line) == ["solid", "1px"]
    looked.page.locator("#evidence").uncheck()
    assert looked.page.locator("a.term").first.evaluate(line) == ["dotted", "1px"]


def test_terms_stand_only_in_running_text_and_once(reader: Reader):
    looked = reader.open("every block")
    assert looked.page.locator(":is(h1, h2, h3, h4, caption, code, .sources, .contents, nav) .term").count() == 0
    plain = [link.get_attribute("data-plain") for link in looked.page.locator("a.term").all()]
    assert len(plain) == len(set(plain)) >= 3
