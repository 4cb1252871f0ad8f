"""Every page fits every screen: no sideways scroll and nothing clipped, with large or widely set text and mirrored."""

from __future__ import annotations

import pytest
from tests.browser.looking import TEXT_200, TEXT_SPACING, View
from tests.browser.sites import ARTICLES, PAGES

pytestmark = pytest.mark.browser

# Wider than the window, or text that its own box cuts off. What scrolls by itself or is only heard may be wider.
OVERFLOWS = """() => {
    const root = document.documentElement, found = [];
    if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth} > ${root.clientWidth}`);
    for (const each of document.querySelectorAll('body *')) {
        if (each.closest('.scroller, .vh') || !each.checkVisibility() || each.matches('.skip')) continue;
        const box = each.getBoundingClientRect(), style = getComputedStyle(each);
        if (box.width <= 2 || each.closest('thead')?.getBoundingClientRect().width <= 2) continue;
        const name = each.tagName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 30);
        if (box.right > root.clientWidth + 1 || box.left < -1) found.push('outside: ' + name);
        if (style.overflow !== 'visible' && (each.scrollWidth > each.clientWidth + 1
            || each.scrollHeight > each.clientHeight + 1) && each.tagName !== 'IMG') found.push('clipped: ' + name);
        const holder = each.parentElement.getBoundingClientRect();
        if (style.position === 'static' && holder.width > 2 && box.right > holder.right + 1.5
            && getComputedStyle(each.parentElement).display !== 'inline' && style.display !== 'inline'
            && !each.matches('article, table *')) found.push('wider than its box: ' + name);
    }
    return found.slice(0, 5);
}"""
# What readers do to a page: their own style sheet, and the direction of their language.
STRESSES = {
    "as it is": ("", "ltr"),
    "text spacing": (TEXT_SPACING, "ltr"),
    "text of 200 %": (TEXT_200, "ltr"),
    "both": (TEXT_SPACING + TEXT_200, "ltr"),
    "right to left": ("", "rtl"),
}
APPLY = """([css, direction]) => {
    const made = () => document.head.appendChild(document.createElement('style'));
    const style = document.querySelector('#of-the-reader') || made();
    style.id = 'of-the-reader', style.textContent = css, document.body.dir = direction;
    document.querySelectorAll('details').forEach(each => each.open = true);
}"""


@pytest.mark.parametrize("view", [View(320, scheme="dark"), View(768), View(1280)], ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(reader, name, view):
    looked = reader.open(name, view)
    for stress, changes in STRESSES.items():
        looked.ask(APPLY, changes)
        assert (stress, looked.ask(OVERFLOWS)) == (stress, [])


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_line_of_text_is_not_longer_than_people_can_follow(reader, name, width):
    longest = """() => Math.max(...[...document.querySelectorAll('article > p, article > ul > li')].map(each => {
        const range = document.createRange(), ends = {};
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            if (texts.currentNode.parentElement.closest('.cites')) continue;
            for (let at = 0; at < texts.currentNode.length; at++) {
                range.setStart(texts.currentNode, at), range.setEnd(texts.currentNode, at + 1);
                const line = Math.round(range.getBoundingClientRect().bottom / 20);
                ends[line] = (ends[line] || 0) + 1;
            }
        }
        return Math.max(0, ...Object.values(ends));
    }))"""
    assert reader.open(name, View(width)).ask(longest) <= 80
