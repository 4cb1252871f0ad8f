"""Numbers of people: read out as sentences, drawn as one dot a person, and told apart without colour."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from citewell.audit.scripts import add_tools
from citewell.audit.window import View

pytestmark = pytest.mark.browser

HEARD = """
- region "Something made up, with another group beside it":
  - heading "Something made up, with another group beside it" [level=3]
  - paragraph:
    - strong: 12 out of 1,000
    - text: /people who take the made-up tablet, in 5 years\\./
    - link /Source 1/
  - paragraph:
    - strong: 20 out of 1,000
    - text: /people who do not take it, in 5 years\\./
    - link /Source 1/
  - paragraph: For people who take the made-up tablet that is 8 fewer in every 1,000 than for people who do not take it.
  - paragraph:
    - text: /As a relative number, that is 40% lower\\./
    - link /Source 1/
  - paragraph: Each dot is one of 1,000 people. It happens to the people shown as filled dots.
"""
# Dots of each kind as the browser draws them: the middles of cells that a line covers.
DRAWN = """risk => [...risk.querySelectorAll('svg')].map(svg => {
    const {width, height} = svg.viewBox.baseVal, drawn = {};
    for (const path of svg.querySelectorAll('path')) {
        const pen = new OffscreenCanvas(width, height).getContext('2d'), style = getComputedStyle(path);
        [pen.lineWidth, pen.lineCap] = [parseFloat(style.strokeWidth), style.strokeLinecap];
        pen.stroke(new Path2D(path.getAttribute('d')));
        const {data} = pen.getImageData(0, 0, width, height);
        let count = 0;
        for (let y = 5; y < height; y += 10)
            for (let x = 5; x < width; x += 10) count += data[4 * (y * width + x) + 3] > 127;
        drawn[path.getAttribute('class')] = count;
    }
    return drawn;
})"""
CONTRAST = add_tools("""() => [...document.querySelectorAll('.risk :is(.full, .ring)')].map(each =>
    tellContrast(parse(getComputedStyle(each).stroke).slice(0, 3), findGround(each)))""")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sentences_say_all_and_the_picture_is_passed_over(reader, width):
    looked = reader.open("every block", View(width))
    region = looked.page.get_by_role("region", name="Something made up, with another group beside it")
    expect(region).to_match_aria_snapshot(HEARD)
    assert region.get_by_role("img").count() == 0


def test_as_many_dots_are_filled_as_the_sentence_says(reader):
    risks = reader.open("every block").page.locator(".risk").all()
    drawn = [risk.evaluate(DRAWN) for risk in risks]
    assert drawn == [
        [{"ring": 988, "hole": 988, "full": 12}, {"ring": 980, "hole": 980, "full": 20}],
        [{"ring": 93, "hole": 93, "full": 7}],
        [{"ring": 99, "hole": 99, "full": 1}],
        [{"ring": 1000 - filled, "hole": 1000 - filled, "full": filled} for filled in (50, 75, 100)],
        [{"pale": 9_991, "full": 9}, {"pale": 9_988, "full": 12}],
        [],  # over different lengths of time
        [],  # out of a million
    ]


@pytest.mark.parametrize(("width", "beside"), [(320, False), (768, True), (1280, True)])
def test_groups_stand_at_one_scale_beside_each_other_where_there_is_room(reader, width, beside):
    risk = reader.open("every block", View(width)).page.locator(".risk").first
    one, other = (picture.bounding_box() for picture in risk.locator("svg").all())
    assert (one["width"], one["height"]) == pytest.approx((other["width"], other["height"]))
    assert one["width"] >= 200
    assert (abs(one["y"] - other["y"]) < 1) == beside
    assert (abs(one["x"] - other["x"]) < 1) != beside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dots_are_seen(reader, scheme):
    assert min(reader.open("every block", View(scheme=scheme)).ask(CONTRAST)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_dots_rings_and_the_edge(reader, scheme):
    risk = reader.open("every block", View(scheme=scheme, forced_colours=True)).page.locator(".risk").first
    strokes = risk.evaluate("""risk => Object.fromEntries([...risk.querySelectorAll('path')].map(each =>
        [each.getAttribute('class'), getComputedStyle(each).stroke]))""")
    assert strokes["full"] == strokes["ring"] != strokes["hole"]
    assert strokes["hole"] == risk.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    assert risk.evaluate("risk => parseFloat(getComputedStyle(risk).borderBlockStartWidth)") >= 1


def test_mirrored_pages_begin_to_count_where_reading_begins(reader):
    looked = reader.open("every block")
    first = "document.querySelector('.risk .full').getBoundingClientRect().x"
    middle = "(box => box.x + box.width / 2)(document.querySelector('.risk svg').getBoundingClientRect())"
    assert looked.ask(f"{first} < {middle}")
    looked.ask("document.documentElement.dir = 'rtl'")
    assert looked.ask(f"{first} > {middle}")


def test_paper_draws_dots_without_backgrounds_and_keeps_the_block_whole(reader):
    looked = reader.open("every block", View(700, scheme="dark"))
    looked.page.emulate_media(media="print")
    risk = looked.page.locator(".risk").first
    strokes = risk.evaluate("risk => [...risk.querySelectorAll('path')].map(each => getComputedStyle(each).stroke)")
    whole = risk.evaluate("risk => getComputedStyle(risk).breakInside")
    assert re.fullmatch(r"(rgb\(0, 0, 0\) rgb\(255, 255, 255\) rgb\(0, 0, 0\) ?)+", " ".join(strokes))
    assert whole == "avoid"
