"""Where previews stand and how they look: in view, by their mark, alike in every block, large, mirrored."""

from __future__ import annotations

import pytest
from tests.browser.previewing import DESK, PHONE, mark_of, preview, tab_to

from citewell.audit.checks.overflow import TEXT_200
from citewell.audit.window import View

pytestmark = pytest.mark.browser

# Opens the preview of a mark as Tab does, with the mark at the top, in the middle and at the end of the window. Where
# there are very many marks, those in the middle are like the first hundred.
WRONG = """() => [...document.querySelectorAll('a.cite, a.term')]
        .filter((_, at, all) => at < 100 || at >= all.length - 20).flatMap(mark => ['start', 'center', 'end']
        .flatMap(block => {
    const press = key => mark.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    document.activeElement.blur(), press('Escape');
    mark.scrollIntoView({block, inline: 'nearest'});
    press('Tab');
    mark.focus({preventScroll: true});
    const shown = document.querySelector('.glance');
    if (!shown) return [`${mark.id || mark.textContent}: none`];
    const one = mark.getBoundingClientRect(), two = shown.getBoundingClientRect(), root = document.documentElement;
    const over = Math.min(one.right, two.right) > Math.max(one.left, two.left)
        && Math.min(one.bottom, two.bottom) > Math.max(one.top, two.top);
    const gap = Math.max(two.top - one.bottom, one.top - two.bottom);
    const out = two.left < 0 || two.top < 0 || two.right > root.clientWidth || two.bottom > root.clientHeight + .5;
    const see = shown.querySelector('.see a').getBoundingClientRect();
    const at = document.elementFromPoint(see.left + see.width / 2, see.top + see.height / 2);
    const wide = shown.scrollWidth > shown.clientWidth || root.scrollWidth > root.clientWidth;
    const single = shown.children.length === 1;
    return [over && 'covers its mark', gap < 5.5 && `gap of ${gap}`, out && 'out of the window', wide && 'too wide',
        single && !at?.closest('.see') && 'its link is not in view']
        .filter(Boolean).map(found => `${mark.id || mark.textContent} at ${block}: ${found} ${JSON.stringify(two)}`);
}))"""
# How each part of a preview looks, with its signs, when its mark stands in a block of this kind: all but what it has
# no parts for, and where it is. All previews are as wide here, so that the lines break alike.
LOOKS = """kinds => {
    const moved = /^(--|inset|top|left|right|bottom|max-|list-style|border-collapse|-webkit-border-|.*-origin)/;
    const names = [...getComputedStyle(document.body)].filter(name => !moved.test(name));
    const mark = document.querySelector("[id='cite-numbered-1-2']");
    const look = (node, part) => {
        const style = getComputedStyle(node, part);
        return names.map(name => `${node.className || node.tagName}${part ?? ''} ${name}: ${style[name]}`);
    };
    return kinds.map(kind => {
        document.querySelector(kind).append(mark);
        for (const key of ['Escape', 'Tab']) mark.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        document.activeElement.blur();
        mark.focus();
        const shown = document.querySelector('.glance');
        Object.assign(shown.style, {inlineSize: '20rem', maxBlockSize: 'none'});
        return [shown, ...shown.querySelectorAll('*')].flatMap(node => [...look(node), ...look(node, '::before')]);
    });
}"""
BLOCKS = (
    ".takeaway p", ".care li", ".care > :is(h2, h3) .action", ".dos li", ".compare td", ".compare th", "caption",
    "figcaption", ".risk p + p", ".note p", ".quotation p", ".takeaways li", "article > ul li", "article > h2",
)  # fmt: skip


def test_a_preview_looks_the_same_in_every_block(reader):
    looked = reader.open("every block")
    expected, *found = map(set, looked.ask(LOOKS, ["article > p:not([class])", *BLOCKS]))
    assert any("::before width: " in each for each in expected)
    assert {kind: looks - expected for kind, looks in zip(BLOCKS, found, strict=True) if looks - expected} == {}


@pytest.mark.parametrize("view", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("name", ["article", "many sources", "every block", "how sources stand", "right to left"])
def test_every_preview_is_in_view_and_beside_its_mark(reader, name, view):
    assert reader.open(name, view).ask(WRONG) == []


@pytest.mark.parametrize("view", [View(320, 256), PHONE, DESK], ids=str)
@pytest.mark.parametrize("stress", ["text of 200 %", "right to left"])
def test_previews_fit_for_large_text_and_mirrored(reader, view, stress):
    looked = reader.open("how sources stand", view)
    if stress == "right to left":
        looked.ask("document.documentElement.dir = document.body.dir = 'rtl'")
    elif view.height > 256:  # smaller still than WCAG asks for
        looked.page.add_style_tag(content=TEXT_200)
    assert looked.ask(WRONG) == []


def test_mirrored_it_begins_where_the_line_does(reader):
    looked = reader.open("article")
    looked.ask("document.documentElement.dir = document.body.dir = 'rtl'")
    mark = mark_of(looked, "deyo-diehl-1988")
    tab_to(looked, mark)
    shown, beside = preview(looked).bounding_box(), mark.bounding_box()
    assert shown
    assert beside
    assert shown["x"] + shown["width"] == pytest.approx(beside["x"] + beside["width"] + 16, abs=1)


def test_it_stays_with_its_mark_when_the_page_or_a_table_scrolls(reader):
    looked = reader.open("every block", PHONE)
    mark = looked.page.locator(".scroller .cite").first
    tab_to(looked, mark)
    apart = """() => { const [one, two] = ['.scroller .cite', '.glance'].map(each =>
        document.querySelector(each).getBoundingClientRect()); return two.top - one.bottom; }"""
    before = looked.ask(apart)
    looked.ask("scrollBy(0, 40)")
    assert looked.ask(apart) == before
    looked.ask("document.querySelector('.scroller').scrollBy(30, 0)")
    looked.page.wait_for_timeout(100)
    assert looked.ask(apart) == before
    box = preview(looked).bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 320 - box["width"]


@pytest.mark.parametrize("view", [View(), View(scheme="dark"), View(forced_colours=True)], ids=str)
def test_it_has_an_edge_and_the_colours_of_the_page(reader, view):
    looked = reader.open("article", view)
    tab_to(looked, mark_of(looked, "mayo-sts-symptoms"))
    style = "const [page, own] = [document.documentElement, document.querySelector('.glance')].map(getComputedStyle)"
    paper, own, edge, width = looked.ask(
        f"() => {{ {style.replace('getComputedStyle)', 'each => getComputedStyle(each))')};"
        " return [page.backgroundColor, own.backgroundColor, own.borderTopStyle, parseFloat(own.borderTopWidth)] }"
    )
    assert own == paper
    assert edge == "solid"
    assert width >= 1
