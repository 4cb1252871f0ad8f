"""Citation marks and the way back: every mark leads to its source and every letter to its mark, in view."""

from __future__ import annotations

import string
from typing import Any

import pytest
from tests.browser.sites import ARTICLES, words_of

from citewell.audit.checks.mark_placement import list_astray_marks
from citewell.audit.checks.target_size import list_small_targets
from citewell.audit.window import View

pytestmark = pytest.mark.browser

MARKS = """() => [...document.querySelectorAll('a.cite')].map(each => ({
    id: each.id, href: each.getAttribute('href').slice(1), name: each.textContent, words: each.innerText,
    number: each.matches('.dash') ? null : Number(each.lastChild.nodeType === 3 ? each.lastChild.data
        : [...each.childNodes].find(node => node.nodeType === 3).data),
    inner: [...each.querySelectorAll('span[id]')].map(span => span.id),
}))"""
ENTRIES = """() => [...document.querySelectorAll('ol.entries > li')].map(each => ({
    id: each.id,
    letters: [...each.querySelectorAll('[role=doc-backlink]')].map(link => ({
        letter: link.textContent, name: link.ariaLabel, href: link.getAttribute('href').slice(1)})),
}))"""
# Where a fragment has led: where the target stands in the window, and whether anything covers it.
LANDED = """() => {
    const box = document.querySelector(':target').getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 30) / 2];
    const middle = document.elementFromPoint(x, y);
    return {top: box.top, bottom: box.bottom, height: innerHeight, id: document.querySelector(':target').id,
        uncovered: !!middle && (middle.closest(':target') !== null || middle.querySelector(':target') !== null)};
}"""


def letters(count: int) -> list[str]:
    """a … z, aa, ab …"""
    alphabet = string.ascii_lowercase
    return [*alphabet, *(first + second for first in alphabet for second in alphabet)][:count]


def assert_in_view(landed: dict[str, Any], expected: str) -> None:
    assert landed["id"] == expected
    assert landed["uncovered"]
    assert 0 <= landed["top"] < landed["height"] - 20


@pytest.mark.parametrize("name", ARTICLES)
def test_every_mark_has_its_entry_and_every_use_its_letter(reader, name):
    looked = reader.open(name)
    marks, entries = looked.ask(MARKS), looked.ask(ENTRIES)
    numbers = {entry["id"]: number for number, entry in enumerate(entries, 1)}
    assert [mark for mark in marks if mark["number"] and numbers[mark["href"]] != mark["number"]] == []
    uses = {use: mark for mark in marks for use in (mark["id"], *mark["inner"])}
    linked = [link["href"] for entry in entries for link in entry["letters"]]
    assert sorted(linked) == sorted(uses)
    assert [entry["id"] for entry in entries if not entry["letters"]] == []
    order = looked.ask(
        "hrefs => hrefs.map(href => [...document.querySelectorAll('[id]')].findIndex(one => one.id === href))",
        [entry["letters"][0]["href"] for entry in entries],
    )
    assert order == sorted(order), "numbers follow the first use"
    for entry in entries:
        assert [link["letter"] for link in entry["letters"]] == letters(len(entry["letters"]))


@pytest.mark.parametrize("name", ARTICLES)
def test_names_tell_marks_and_letters_apart(reader, name):
    looked = reader.open(name)
    names = [link["name"] for entry in looked.ask(ENTRIES) for link in entry["letters"]]
    assert len(names) == len(set(names))
    back, source = words_of(name)("source.back", letter="", number="").split(" ")[0], words_of(name)("mark.source")
    assert all(each.startswith(back) for each in names)
    sources = words_of(name)("mark.sources_two", first="", last="").split(" ")[0]
    assert all(mark["name"].startswith((f"{source} ", f"{sources} ")) for mark in looked.ask(MARKS))


# Each link of a page followed in turn: those that do not lead into the window, or to something that lies under another.
ASTRAY = """() => [...document.querySelectorAll('a[href^="#"]')].map(each => each.getAttribute('href')).filter(href => {
    location.hash = href;
    const target = document.getElementById(href.slice(1)), box = target.getBoundingClientRect();
    const x = box.left + Math.min(box.width, 40) / 2, y = box.top + Math.min(box.height, 30) / 2;
    const at = document.elementFromPoint(x, y);
    return !target.matches(':target') || box.top < 0 || box.top > innerHeight - 16
        || !(target.contains(at) || at?.contains(target) && at.closest('main') && box.width < 1);
})"""


@pytest.mark.parametrize("view", [View(320, 256, scripts=False), View(1280, scheme="dark", scripts=False)], ids=str)
@pytest.mark.parametrize("name", ["home", "topic", "A to Z", "sources", "not found", *ARTICLES])
def test_every_link_inside_a_page_leads_into_view(reader, name, view):
    looked = reader.open(name, view)
    looked.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert looked.ask(ASTRAY) == []


VIEWS = [View(320, 640), View(768, scheme="dark"), View(1280), View(320, 640, scripts=False), View(1280, scripts=False)]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_reader_goes_to_the_source_and_back(reader, view):
    looked = reader.open("article", view)
    marks = [mark for mark in looked.ask(MARKS) if not mark["inner"]]
    for mark in marks[:: max(1, len(marks) // 8)]:
        here = looked.page.locator(f"[id='{mark['id']}']")
        here.scroll_into_view_if_needed()
        before = looked.ask("scrollY")
        here.focus()
        looked.page.keyboard.press("Enter")
        assert_in_view(looked.ask(LANDED), mark["href"])
        looked.page.keyboard.press("Tab")
        assert looked.ask("document.activeElement.closest('li').id") == mark["href"], "the next Tab stays at the entry"
        looked.page.go_back()
        assert abs(looked.ask("scrollY") - before) < 5, "Back restores the place"
        assert not view.scripts or looked.ask("document.activeElement.id") == mark["id"], "and the focus"
        looked.page.go_forward()
        looked.page.locator(f".letters a[href='#{mark['id']}']").click()
        assert_in_view(looked.ask(LANDED), mark["id"])
        assert "rgba(0, 0, 0, 0)" not in here.evaluate("each => getComputedStyle(each).boxShadow")
        if not view.scripts:  # only a script gives the mark itself the focus; else it is where Tab goes on from
            looked.page.keyboard.press("Shift+Tab")
            looked.page.keyboard.press("Tab")
        assert looked.ask("document.activeElement.id") == mark["id"], "the keyboard goes on from the mark"


def test_the_dash_of_a_range_leads_to_what_it_hides(reader):
    looked = reader.open("every block")
    dash = next(mark for mark in looked.ask(MARKS) if len(mark["inner"]) > 1)
    assert dash["name"] == "Sources 7 to 9"
    looked.page.locator(f"[id='{dash['id']}']").click()
    assert_in_view(looked.ask(LANDED), dash["href"])
    looked.page.locator(f"a[href='#{dash['inner'][0]}']").click()
    assert looked.ask("document.querySelector('.dash:has(:target)') !== null")
    highlighted = looked.page.locator(f"[id='{dash['id']}']").evaluate("each => getComputedStyle(each).boxShadow")
    assert "inset" in highlighted


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ARTICLES)
def test_every_mark_and_letter_is_easy_to_hit(reader, name, width):
    assert list_small_targets(reader.open(name, View(width))) == []


@pytest.mark.parametrize("width", [320, 360, 414, 768, 1280])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_mark_never_starts_a_line_nor_opens_one(reader, name, width):
    opened = """() => [...document.querySelectorAll('article > p:not([class])')]
        .filter(each => each.querySelector('.cite'))
        .map(each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight))
        .filter(lines => Math.abs(lines - Math.round(lines)) > .02)"""
    looked = reader.open(name, View(width))
    assert list_astray_marks(looked) == []
    if name == "article":  # elsewhere letters of other scripts come from taller fonts
        assert looked.ask(opened) == []
