"""On a page written from right to left a phone number is drawn in the order in which it is dialled."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: The characters of each place of a text in the page, as they are seen from left to right.
SEEN = """wanted => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    let whole = '';
    const places = [];
    while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.checkVisibility()) continue;
        const words = walker.currentNode.data.replace(/[\\u2066\\u2069]/g, '\\u2066');
        for (let at = 0; at < words.length; at += 1) {
            if (words[at] === '\\u2066') continue;
            whole += words[at];
            places.push([walker.currentNode, at]);
        }
    }
    const seen = [];
    for (let from = whole.indexOf(wanted); from >= 0; from = whole.indexOf(wanted, from + 1)) {
        const boxes = places.slice(from, from + wanted.length).map(([node, at]) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            return [Math.round(box.bottom / 20), box.left, node.data[at]];
        });
        boxes.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
        seen.push(boxes.map(box => box[2]).filter(each => each.trim()).join(''));
    }
    return seen;
}"""


@pytest.mark.parametrize(
    "number",
    [
        "0800 1111",
        "0800 2222",
        "(020) 7946-0001",
        *(f"+44 20 7946 000{last}" for last in (0, 2, 3, 4)),
        "116 117",
        "0800 5555",
        "5–10 mg/kg",
        "1 000 mg",
        "-5",
        "38.5°C",
        "10–20",
    ],
)
def test_numbers_are_drawn_from_left_to_right(reader, number):
    seen = reader.open("right to left: numbers").ask(SEEN, number)
    assert seen
    assert set(seen) == {number.replace(" ", "")}


@pytest.mark.parametrize("name", ["right to left: home", "right to left: topic"])
def test_so_they_are_where_an_article_is_listed(reader, name):
    assert set(reader.open(name).ask(SEEN, "0800 1111")) == {"08001111"}


def test_so_they_are_in_what_was_found_although_a_part_is_marked(reader):
    looked = reader.open("right to left: search for a number")
    assert "7946" in looked.page.locator("mark").all_inner_texts()
    seen = looked.ask(SEEN, "+44 20 7946 000")
    assert seen
    assert set(seen) == {"+44207946000"}
    assert set(looked.ask(SEEN, "0800 1111")) == {"08001111"}
