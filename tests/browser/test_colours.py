"""Contrast as it is drawn, in both palettes and each state: marks on tints, signs, rings and edges, too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.browser.looking import View
from tests.browser.sites import PAGES
from tests.browser.states import in_state

pytestmark = pytest.mark.browser

# WCAG 2.2: relative luminance and contrast ratio; translucent layers are laid over what lies below them.
TOOLS = """
    const parse = text => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
    const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
    const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b; };
    const ratio = (a, b) => {
        const [x, y] = [light(a), light(b)].sort((m, n) => n - m);
        return (x + .05) / (y + .05);
    };
    const below = each => {
        const layers = [];
        for (let at = each; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((ground, layer) => over(layer, ground), [255, 255, 255]);
    };
"""
TEXT = f"""() => {{ {TOOLS}
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {{
        const each = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || each.closest('.vh, .meaning') || !each.checkVisibility()) continue;
        const ground = below(each);
        for (const pseudo of [null, '::before', '::marker']) {{
            const colour = parse(getComputedStyle(each, pseudo).color);
            const name = `${{pseudo || ''}}${{each.className}}: ${{each.textContent.slice(0, 30)}}`;
            found.push([ratio(over(colour, ground), ground), name]);
        }}
    }}
    return found.sort((a, b) => a[0] - b[0]).slice(0, 3);
}}"""
EDGES = f"""() => {{ {TOOLS}
    return [...document.querySelectorAll('.care, .dos > div, .takeaway, .sources, .quotation, .note')].map(each => {{
        const style = getComputedStyle(each);
        const onTop = parseFloat(style.borderBlockStartWidth) > 0;
        const side = onTop ? style.borderBlockStartColor : style.borderInlineStartColor;
        return [each.className, ratio(parse(side).slice(0, 3), below(each.parentElement))];
    }});
}}"""
SIGNS = f"""() => {{ {TOOLS}
    const signed = '.unreviewed, .alarm, .care > :is(h2, h3), .dos li, .name'
        + ', .checked, .unchecked, .broken, .retracted, .corrected';
    return [...document.querySelectorAll(signed)].map(each => {{
        const sign = parse(getComputedStyle(each, '::before').backgroundColor).slice(0, 3);
        return [each.className || each.tagName, ratio(sign, below(each))];
    }});
}}"""
RING = f"""() => {{ {TOOLS}
    const stops = [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex]')]
        .filter(each => each.tabIndex >= 0 && each.checkVisibility());
    return stops.map(each => {{
        each.focus({{focusVisible: true}});
        const ring = parse(getComputedStyle(each).outlineColor).slice(0, 3);
        const style = getComputedStyle(each), inside = parseFloat(style.outlineOffset) < 0;  // else what lies around it
        return [ratio(ring, below(inside ? each : each.parentElement)), each.textContent];
    }}).sort((a, b) => a[0] - b[0])[0];
}}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["article", "every block", "how sources stand", "home", "sources", "not found"])
def test_text_is_readable(reader, name, scheme):
    looked = reader.open(name, View(scheme=scheme))
    worst = looked.ask(TEXT)
    assert worst[0][0] >= 4.5, worst
    looked = reader.open(name, View(320, scheme=scheme))
    assert looked.ask(TEXT)[0][0] >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("target", ["#cite-numbered-1-1", "#ref-numbered-1"])
def test_the_landing_place_is_readable_and_edged(reader, scheme, target):
    looked = reader.open("every block", View(scheme=scheme), fragment=target)
    assert looked.ask(TEXT)[0][0] >= 4.5
    assert looked.ask("getComputedStyle(document.querySelector(':target')).boxShadow").endswith("inset")


@pytest.mark.parametrize("name", PAGES)
def test_the_ring_is_seen_at_every_stop(reader, name):
    looked = reader.open(name, View(reduced_motion=True))  # or colours would still be on their way
    for view in (looked.view, replace(looked.view, scheme="dark")):
        looked.becomes(view)
        worst, stop = looked.ask(RING)
        assert (view.scheme, worst >= 3, stop) == (view.scheme, True, stop)


def test_forced_colours_keep_a_ring(reader):
    looked = reader.open("article", View(320, forced_colours=True))
    for _ in range(30):
        looked.page.keyboard.press("Tab")
        width, style = looked.ask("(s => [s.outlineWidth, s.outlineStyle])(getComputedStyle(document.activeElement))")
        assert (float(width[:-2]) >= 2, style != "none") == (True, True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["every block", "how sources stand", "gallery's evidence"])
def test_edges_signs_and_the_ring_are_seen(reader, name, scheme):
    looked = reader.open(name, View(scheme=scheme))
    assert [each for each in looked.ask(EDGES) if each[1] < 3] == []
    assert [each for each in looked.ask(SIGNS) if each[1] < 3] == []
    assert looked.ask(RING)[0] >= 3


def test_forced_colours_keep_edges_and_signs(reader):
    looked = reader.open("every block", View(forced_colours=True))
    widths = looked.ask("""() => ['.emergency', '.urgent', '.non-urgent', '.takeaways', '.cite'].map(name =>
        parseFloat(getComputedStyle(document.querySelector(name)).borderBlockStartWidth))""")
    assert widths == [4, 2, 2, 1, 1]
    words = looked.page.locator(".care .kind").all_inner_texts()
    assert list(dict.fromkeys(word.split(":")[0].strip() for word in words)) == ["Emergency", "Urgent", "Non-urgent"]
    signs = looked.ask("""() => ['.unreviewed', '.do li', '.emergency h3'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    looked = reader.open("how sources stand", View(forced_colours=True))
    signs += looked.ask("""() => ['.checked', '.unchecked', '.broken', '.retracted', '.corrected'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    ground = looked.ask("getComputedStyle(document.body).backgroundColor")
    assert ground not in signs


@pytest.mark.parametrize(
    ("state", "places"),
    [("preview of a source", [".glance"]), ("results while typing", ["main input[name=q]", "main form button"])],
)
def test_forced_colours_keep_the_edges_of_what_a_reader_opens(reader, state, places):
    with in_state(reader, state, View(forced_colours=True)) as looked:
        width = "each => parseFloat(getComputedStyle(each).borderBlockStartWidth)"
        assert [place for place in places if looked.page.locator(place).first.evaluate(width) < 1] == []
