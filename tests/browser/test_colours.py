"""Contrast as it is drawn, in both palettes and each state: marks on tints, signs, rings and edges, too."""

from __future__ import annotations

import pytest
from tests.browser.looking import View

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
        if (!texts.currentNode.data.trim() || each.closest('.vh') || !each.checkVisibility()) continue;
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
    return [...document.querySelectorAll('.care, .dos section, .takeaway, .sources, .quotation, .note')].map(each => {{
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
    const stops = [...document.querySelectorAll('a[href], summary, [tabindex]')].filter(each => each.checkVisibility());
    return stops.map(each => {{
        each.focus({{focusVisible: true}});
        const ring = parse(getComputedStyle(each).outlineColor).slice(0, 3);
        return [Math.min(ratio(ring, below(each)), ratio(ring, below(each.parentElement))), each.textContent];
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
    assert [word.split(":")[0].strip() for word in words] == ["Emergency", "Urgent", "Non-urgent"]
    signs = looked.ask("""() => ['.unreviewed', '.do li', '.emergency h3'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    looked = reader.open("how sources stand", View(forced_colours=True))
    signs += looked.ask("""() => ['.checked', '.unchecked', '.broken', '.retracted', '.corrected'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    ground = looked.ask("getComputedStyle(document.body).backgroundColor")
    assert ground not in signs
