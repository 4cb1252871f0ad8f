"""Every page fits every screen: no sideways scroll and no word cut off, with large or widely set text and mirrored."""

from __future__ import annotations

import pytest
from tests.browser.sites import ARTICLES, PAGES
from tests.browser.states import STATES, in_state

from citewell.audit.checks.overflow import STRESSES, list_overflows
from citewell.audit.window import View

pytestmark = pytest.mark.browser

NARROW = 320  # where the room is least
#: On wider screens: what fits with both changes to the text at once fits with each.
WIDE = ("as it is", "with text spacing and text of 200 %", "mirrored")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen_and_no_word_is_cut_off(reader, name):
    looked = reader.open(name, View(NARROW, scheme="dark"))
    for view in (looked.view, View(768), View(1280)):  # no script of ours asks how wide the window is
        looked.show_as(view)
        for stress in STRESSES if view.width == NARROW else WIDE:
            assert (str(view), stress, list_overflows(looked, stress)) == (str(view), stress, [])


@pytest.mark.parametrize("view", [View(320), View(1280, scheme="dark")], ids=str)
@pytest.mark.parametrize("state", STATES)
def test_what_a_reader_opens_fits_as_well(reader, state, view):
    with in_state(reader, state, view) as looked:
        for stress in STRESSES:
            assert (stress, list_overflows(looked, stress)) == (stress, [])


# What a change in the style sheet may do to text some day.
FAULTS = {
    "a box that cuts off": ".byline { block-size: 1.5rem; overflow: hidden }",
    "a box too low for its text": "header.site { block-size: 2rem }",
    "an ellipsis": "h1 { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }",
    "a cut from outside": "footer.site { clip-path: inset(0); max-block-size: 2rem; overflow: clip }",
    "a box too wide": "h1 { min-inline-size: 40rem }",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_look_itself_sees_a_fault(reader, fault):
    looked = reader.open("article", View(320))
    assert list_overflows(looked, "as it is") == []
    looked.page.add_style_tag(content=FAULTS[fault])
    assert list_overflows(looked, "as it is") != []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_line_of_text_is_not_longer_than_people_can_follow(reader, name, width):
    longest = """() => Math.max(...[...document.querySelectorAll('article > p, article > ul > li')].map(each => {
        const range = document.createRange(), ends = {};
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            if (texts.currentNode.parentElement.closest('.cites, .meaning')) continue;
            for (let at = 0; at < texts.currentNode.length; at++) {
                range.setStart(texts.currentNode, at), range.setEnd(texts.currentNode, at + 1);
                const line = Math.round(range.getBoundingClientRect().bottom / 20);
                ends[line] = (ends[line] || 0) + 1;
            }
        }
        return Math.max(0, ...Object.values(ends));
    }))"""
    assert reader.open(name, View(width)).ask(longest) <= 80
