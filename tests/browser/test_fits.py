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
MIRRORED = "document.body.dir = 'rtl'"
STRESSES = {
    "as it is": ("", ""),
    "text spacing": (TEXT_SPACING, ""),
    "text of 200 %": (TEXT_200, ""),
    "both": (TEXT_SPACING + TEXT_200, ""),
    "right to left": ("", MIRRORED),
}


@pytest.mark.parametrize("stress", STRESSES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_small_phone(reader, name, stress):
    style, change = STRESSES[stress]
    looked = reader.open(name, View(320, scheme="dark"), style)
    looked.ask(f"document.querySelectorAll('details').forEach(each => each.open = true); {change}")
    assert looked.ask(OVERFLOWS) == []


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_tablet_or_a_desktop(reader, name, width):
    looked = reader.open(name, View(width))
    for stress, (style, change) in STRESSES.items():
        looked.page.reload()
        if style:
            looked.page.add_style_tag(content=style)
        looked.ask(change)
        assert (stress, looked.ask(OVERFLOWS)) == (stress, [])


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_line_of_text_is_not_longer_than_people_can_follow(reader, name, width):
    longest = """() => Math.max(...[...document.querySelectorAll('article > p, article > ul > li')].map(each => {
        const range = document.createRange(), ends = {};
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            for (let at = 0; at < texts.currentNode.length; at++) {
                range.setStart(texts.currentNode, at), range.setEnd(texts.currentNode, at + 1);
                const line = Math.round(range.getBoundingClientRect().bottom / 20);
                ends[line] = (ends[line] || 0) + 1;
            }
        }
        return Math.max(0, ...Object.values(ends));
    }))"""
    assert reader.open(name, View(width)).ask(longest) <= 85
