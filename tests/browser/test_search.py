"""Searching: by keyboard alone, told politely, kept in the address, private and light."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from tests.browser.looking import Reader
from tests.browser.searching import ACTIVE, PAGE, field, query, results, said

from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser


@pytest.fixture
def looked(reader: Reader) -> Iterator[Window]:
    """The search page."""
    with reader.visit("search", PAGE) as looked:
        yield looked


# ------------------------------------------------------------------------------------------------------- asked and told


def test_with_the_keys_alone_from_any_page_to_an_article_and_back(reader):
    looked = reader.open("article", PAGE)
    page = looked.page
    for _ in range(12):
        page.keyboard.press("Tab")
        if looked.ask("document.activeElement.name") == "q":
            break
    page.keyboard.type("lump")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=lump$"))
    expect(said(page)).to_have_text(re.compile(r"^\d results for “lump”$"))
    assert looked.ask("document.activeElement.tagName") == "BODY", "who arrives begins at the top"

    page.keyboard.press("Tab")
    for _ in range(40):
        if looked.ask("document.activeElement.closest('h3') !== null"):
            break
        page.keyboard.press("Tab")
    first = looked.ask(ACTIVE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    page.go_back()
    expect(field(page)).to_have_value("lump")
    expect(results(page).first).to_have_text(first)


def test_results_come_while_typing_and_the_focus_stays(looked):
    page = looked.page
    field(page).click()
    page.keyboard.type("back pain", delay=20)
    expect(results(page).first).to_be_visible()
    expect(said(page)).to_have_text(re.compile(r"^\d+ results for “back pain”$"))
    assert looked.ask(ACTIVE) == "q"
    assert query(page) == "?q=back pain"
    assert page.locator("ol.found mark").count() > 0
    assert page.locator("ol.found > li").count() == results(page).count() == 8
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    assert looked.ask(ACTIVE) == "q"


def test_the_number_is_told_once_typing_has_ended(looked):
    page = looked.page
    looked.ask("""() => {
        window.told = [];
        new MutationObserver(() => {
            const words = document.querySelector('.said').textContent.trim();
            if (words) window.told.push(words);
        }).observe(document.querySelector('.said'), {childList: true, subtree: true, characterData: true});
    }""")
    field(page).click()
    page.keyboard.type("soft tissue sarcoma", delay=120)
    expect(said(page)).to_have_text(re.compile("soft tissue sarcoma”$"))
    assert len(looked.ask("window.told")) == 1


def test_nothing_found_helps_further(looked):
    page = looked.page
    field(page).fill("xyzzy")
    expect(said(page)).to_contain_text("Nothing found for “xyzzy”")
    expect(said(page)).to_contain_text("check the spelling")
    assert results(page).count() == 0
    said(page).get_by_role("link", name="Articles A–Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Articles A–Z")


def test_an_empty_field_shows_nothing_and_says_nothing(looked):
    page = looked.page
    field(page).fill("lump")
    expect(results(page).first).to_be_visible()
    field(page).press("Escape")
    if field(page).input_value():  # not every browser empties a search field for it
        field(page).fill("")
    expect(results(page)).to_have_count(0)
    expect(said(page)).to_have_text("")
    assert query(page) == ""


def test_a_result_leads_to_a_section(looked):
    page = looked.page
    field(page).fill("lump")
    link = page.locator(".sections a").first
    name = link.inner_text()
    link.click()
    page.wait_for_url(re.compile(r"/articles/.+#.+"))
    heading = page.locator(f"[id='{looked.ask('decodeURIComponent(location.hash.slice(1))')}']")
    assert heading.inner_text().replace("\n", " ") in (name, heading.inner_text().replace("\n", " "))
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("words", ["asdfqwer", "cancr", "heart attack", "what is a heart attack", "the zzzz"])
def test_what_no_page_has_finds_nothing(looked, words):
    page = looked.page
    field(page).fill(words)
    expect(said(page)).to_contain_text(f"Nothing found for “{words}”")
    expect(said(page)).to_contain_text("No page has all these words.")
    assert results(page).count() == 0


@pytest.mark.parametrize(
    ("words", "form"), [("cancers", "cancer"), ("emergenc", "emergency"), ("x-rays", "x-ray"), ("Numbness", "numb")]
)
def test_other_forms_and_beginnings_of_a_word_are_found(looked, words, form):
    page = looked.page
    field(page).fill(words)
    expect(said(page)).to_have_text(re.compile(rf"^\d+ results for “{words}”$"))
    marked = {each.lower() for each in page.locator("ol.found mark").all_inner_texts()}
    assert any(each.startswith(form) for each in marked)


def test_pages_with_only_some_of_the_words_are_named_as_such(looked):
    page = looked.page
    field(page).fill("bladdre pain")
    expect(said(page)).to_contain_text("No page has all the words of “bladdre pain”")
    expect(said(page)).to_contain_text("No page has: bladdre. Please check the spelling")
    heading = page.get_by_role("heading", level=2)
    expect(heading).to_have_text("ResultsPages with only some of your words")
    expect(heading.get_by_text("Pages with only some of your words")).to_be_visible()
    expect(page.get_by_role("region", name="Pages with only some of your words")).to_have_count(1)
    assert results(page).count() > 0
    field(page).fill("bladder pain")
    expect(said(page)).to_have_text(re.compile(r"^\d+ results for “bladder pain”$"))
    expect(heading.get_by_text("Pages with only some of your words")).to_be_hidden()
    expect(page.get_by_role("region", name="Results", exact=True)).to_have_count(1)


def test_small_words_do_not_count(looked):
    page = looked.page
    field(page).fill("cancer")
    expect(said(page)).to_have_text(re.compile("^\\d+ results for “cancer”$"))
    number = said(page).inner_text().split()[0]
    field(page).fill("is it the cancer")
    expect(said(page)).to_have_text(f"{number} results for “is it the cancer”")


def test_a_comma_is_not_marked_with_its_word(looked):
    page = looked.page
    field(page).fill("fever")
    expect(results(page).first).to_be_visible()
    assert {each.lower() for each in page.locator("ol.found mark").all_inner_texts()} == {"fever"}


def test_links_to_sections_say_where_they_lead(looked):
    page = looked.page
    field(page).fill("pain")
    expect(results(page).first).to_be_visible()
    page.get_by_role("button", name="Show more results").click()
    expect(results(page)).not_to_have_count(8)
    links = page.locator(".sections a").all_inner_texts()
    assert links
    assert [each for each in links if re.match(r"Emergency|Urgent|Non-urgent|Do$|Don’t$", each)] == []


# -------------------------------------------------------------------------------------------------------------- topics


def test_topics_narrow_a_search_and_stand_in_the_address(looked):
    page = looked.page
    field(page).fill("pain")
    expect(results(page).first).to_be_visible()
    everything = results(page).count()
    box = page.get_by_role("group", name="Choose topics").get_by_role("checkbox", name="Pain at night")
    box.focus()
    page.keyboard.press("Space")
    expect(said(page)).to_have_text("1 result for “pain”")
    assert results(page).all_inner_texts() == ["Is back pain at night serious?"]
    assert everything > 1
    assert looked.ask("document.activeElement.value") == "pain-at-night"
    assert query(page) == "?q=pain&topic=pain-at-night"
    page.get_by_role("checkbox", name="Recovery").check()
    expect(said(page)).to_have_text("2 results for “pain”")
    page.reload()
    expect(said(page)).to_have_text("2 results for “pain”")
    expect(box).to_be_checked()


@pytest.mark.parametrize("width", [320, 768])
def test_topics_leave_room_for_what_is_found(reader, width):
    looked = reader.open("search", View(width, 640))
    page, boxes = looked.page, looked.page.get_by_role("group", name="Choose topics")
    field(page).fill("lump")
    expect(said(page)).to_have_text("8 results for “lump”")
    expect(said(page)).to_be_in_viewport(ratio=1)
    expect(boxes).to_be_visible(visible=width > 320)
    if width == 320:
        page.get_by_text("Choose topics").click()
    page.get_by_role("checkbox", name="Recovery").check()
    expect(said(page)).to_have_text(re.compile("^[1-7] results? for “lump”$"))
    page.reload()
    expect(boxes).to_be_visible()


def test_topics_alone_list_their_articles(looked):
    looked.page.get_by_role("checkbox", name="Recovery").check()
    expect(said(looked.page)).to_have_text("1 result")
    expect(results(looked.page)).to_have_text(["How long does ordinary back pain last?"])


# --------------------------------------------------------------------------------------------------- more, Back, reload


def test_more_results_come_to_the_focus_and_are_there_again_after_back(looked):
    page = looked.page
    field(page).fill("s")
    expect(results(page)).to_have_count(8)
    button = page.get_by_role("button", name="Show more results")
    button.focus()
    page.keyboard.press("Enter")
    expect(results(page)).not_to_have_count(8)
    expect(results(page).nth(8).get_by_role("link")).to_be_focused()
    expect(button).to_be_hidden()
    number = results(page).count()
    link = results(page).nth(9).get_by_role("link")
    link.scroll_into_view_if_needed()
    place = looked.ask("scrollY")
    link.click()
    page.wait_for_url(lambda address: "/search/" not in address)
    page.go_back()
    expect(results(page)).to_have_count(number)
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 60")


def test_more_results_are_added_once_however_often_they_are_asked_for(looked):
    page = looked.page
    field(page).fill("s")
    expect(said(page)).to_have_text(re.compile(r"^\d+ results for “s”$"))
    number = int(said(page).inner_text().split()[0])
    # A mouse would click twice at one place, where a result may stand by then.
    page.get_by_role("button", name="Show more results").evaluate("button => { button.click(); button.click(); }")
    expect(results(page)).to_have_count(number)
    page.wait_for_timeout(300)
    titles = results(page).all_inner_texts()
    assert len(titles) == len(set(titles)) == number


def test_back_from_a_skip_link_leads_to_where_the_reader_was(looked):
    page = looked.page
    page.goto(f"{looked.origin}search/?q=s")
    expect(results(page)).to_have_count(8)
    looked.ask("scrollTo(0, 600)")
    page.locator(".skip").first.evaluate("skip => skip.click()")
    assert looked.ask("scrollY") < 300
    page.go_back()
    page.wait_for_function("Math.abs(scrollY - 600) < 5")


def test_back_from_a_place_on_the_page_shows_the_question_in_the_address(looked):
    page = looked.page
    page.goto(f"{looked.origin}search/?q=lump")
    expect(said(page)).to_have_text("8 results for “lump”")
    looked.ask("location.hash = 'content'")
    field(page).fill("sarcoma")
    expect(said(page)).to_have_text(re.compile("for “sarcoma”$"))
    page.go_back()
    expect(said(page)).to_have_text("8 results for “lump”")
    expect(field(page)).to_have_value("lump")
    assert query(page) == "?q=lump"


# --------------------------------------------------------------------------------------------------- privacy and weight


def test_searching_asks_nobody_else_stores_nothing_and_loads_little(reader):
    looked = reader.open_new("search", PAGE)
    page = looked.page
    assert not [each.url for each in looked.requests if "/pagefind/" in each.url], (
        "nothing is loaded before it is asked"
    )
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    field(page).fill("lump")
    expect(results(page)).to_have_count(8)
    assert {each.url.startswith(looked.origin) for each in looked.requests} == {True}
    assert looked.context.cookies() == []
    assert looked.ask("localStorage.length + sessionStorage.length") == 0
    assert looked.console == []
    assert sum(sizes) < 170_000
    looked.context.close()


def test_without_scripts_nobody_types_into_the_header_in_vain(reader):
    page = reader.open("article", View(320, scripts=False)).page
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("search")).to_have_count(0)
    expect(page.get_by_role("banner").get_by_role("link", name="Articles A–Z")).to_be_visible()


@pytest.mark.parametrize("name", ["article", "home", "not found", "every block"])
def test_the_field_in_the_header_is_a_form_that_leads_to_the_search(reader, name):
    page = reader.open(name, View(320)).page
    search = page.get_by_role("search")
    assert search.count() == 1
    box = search.get_by_role("searchbox", name="Search this site")
    size, button = box.bounding_box(), search.get_by_role("button", name="Search").bounding_box()
    assert size is not None
    assert button is not None
    assert size["height"] >= 44
    assert button["height"] >= 44
    assert size["x"] == 16
    assert button["x"] + button["width"] == 304, "over the whole width"
    box.fill("a & b?")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=a\+%26\+b%3F$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_marked_can_be_read(reader, scheme):
    looked = reader.open("search with results", View(320, scheme=scheme))
    colours = looked.ask("""() => {
        const style = getComputedStyle(document.querySelector('.found mark'));
        return [style.color, style.backgroundColor];
    }""")
    light, dark = sorted((_luminance(each) for each in colours), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
