"""Every page fits every screen: no sideways scroll and no word cut off, with large or widely set text and mirrored."""

from __future__ import annotations

import pytest
from tests.browser.looking import TEXT_200, TEXT_SPACING, View
from tests.browser.sites import ARTICLES, PAGES
from tests.browser.states import STATES, in_state

pytestmark = pytest.mark.browser

# What is wider than the window, and what stands outside a box it is written in: the box cuts it off, or it lies over
# what comes next. What scrolls by itself may be larger; what is only heard, or off screen until it has the focus, does
# not count. Letters may rise above their line by a part of their height.
OVERFLOWS = """() => {
    const root = document.documentElement, found = new Set(), range = document.createRange();
    if (root.scrollWidth > root.clientWidth) found.add(`page ${root.scrollWidth} > ${root.clientWidth}`);
    const isSeen = each => each.checkVisibility({visibilityProperty: true})
        && !each.closest('.vh, .meaning, .skip:not(:focus)')
        && !(each.closest('thead')?.getBoundingClientRect().width <= 2);
    const name = (each, word) => `${each.tagName}.${each.className} ${word.trim().slice(0, 30)}`;
    const judge = (parts, first, word) => {
        for (let at = first; at; at = at.parentElement) {
            const style = getComputedStyle(at), box = at === root ? new DOMRect(0, -1e6, root.clientWidth, 2e6)
                : at.getBoundingClientRect();
            if (at === document.body || /inline$|contents/.test(style.display)) continue;
            const scrolls = /auto|scroll/.test(style.overflow) && at !== root;
            for (const part of parts) {
                const give = part.height / 3;
                const aside = !scrolls && (part.left < box.left - 2 || part.right > box.right + 2);
                const above = !scrolls && (part.top < box.top - give || part.bottom > box.bottom + give);
                if (aside || above) found.add(`outside ${name(at, '')}: ${word.trim().slice(0, 40)}`);
            }
            if (scrolls || /absolute|fixed/.test(style.position)) break;
        }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, each = text.parentElement;
        if (!text.data.trim() || !isSeen(each) || each.closest('option, template')) continue;
        range.selectNodeContents(text);
        judge([...range.getClientRects()].filter(part => part.width > 1), each, text.data);
    }
    for (const each of document.querySelectorAll('img, svg, input, button, select, textarea, summary')) {
        if (!isSeen(each)) continue;
        judge([each.getBoundingClientRect()], each.parentElement, name(each, each.name || each.alt || ''));
        if (!each.placeholder) continue;
        const before = each.value;
        each.value ||= each.placeholder;
        if (each.scrollWidth > each.clientWidth + 1) found.add('cut off: ' + each.value);
        each.value = before;
    }
    return [...found].slice(0, 5);
}"""
# What readers do to a page: their own style sheet, and the direction of their language.
STRESSES = {
    "as it is": ("", ""),
    "text spacing": (TEXT_SPACING, ""),
    "text of 200 %": (TEXT_200, ""),
    "both": (TEXT_SPACING + TEXT_200, ""),
    "mirrored": ("", "mirror"),
}
APPLY = """([css, mirror]) => {
    const made = () => document.head.appendChild(document.createElement('style'));
    const style = document.querySelector('#of-the-reader') || made();
    style.id = 'of-the-reader', style.textContent = css;
    const own = getComputedStyle(document.documentElement).direction;
    document.body.dir = mirror ? {ltr: 'rtl', rtl: 'ltr'}[own] : own;
    document.querySelectorAll('details').forEach(each => each.open = true);
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen_and_no_word_is_cut_off(reader, name):
    looked = reader.open(name, View(320, scheme="dark"))
    for view in (looked.view, View(768), View(1280)):  # no script of ours asks how wide the window is
        looked.becomes(view)
        for stress, changes in STRESSES.items():
            looked.ask(APPLY, changes)
            assert (str(view), stress, looked.ask(OVERFLOWS)) == (str(view), stress, [])


@pytest.mark.parametrize("view", [View(320), View(1280, scheme="dark")], ids=str)
@pytest.mark.parametrize("state", STATES)
def test_what_a_reader_opens_fits_as_well(reader, state, view):
    with in_state(reader, state, view) as looked:
        for stress, changes in STRESSES.items():
            looked.ask(APPLY, changes)
            assert (stress, looked.ask(OVERFLOWS)) == (stress, [])


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
    assert looked.ask(OVERFLOWS) == []
    looked.ask(APPLY, [FAULTS[fault], ""])
    assert looked.ask(OVERFLOWS) != []


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
