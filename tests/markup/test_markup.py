"""HTML is escaped as it is built, and nothing but what was built is taken for HTML."""

from __future__ import annotations

import pytest

from citewell.markup import Markup, element, escape_markdown, join, text

BUILT = element("p", "5 < 6 & ", element("em", "so"))


@pytest.mark.parametrize(
    ("built", "html"),
    [
        (BUILT, "<p>5 &lt; 6 &amp; <em>so</em></p>"),
        (
            element("a", "`x`", href='"><script>', class_="y"),
            '<a href="&quot;&gt;&lt;script&gt;" class="y">&#96;x&#96;</a>',
        ),
        (
            element("img", alt="", hidden=True, title=None, aria_label="it's"),
            '<img alt="" hidden aria-label="it&#39;s">',
        ),
        (text("two\n\nlines\r"), "two  lines "),
        (join([BUILT, None, "<br>"], "\n"), "<p>5 &lt; 6 &amp; <em>so</em></p>\n&lt;br&gt;"),
        (escape_markdown("a_b *c* é"), "a&#95;b &#42;c&#42; é"),
        (BUILT + "<b>", "<p>5 &lt; 6 &amp; <em>so</em></p>&lt;b&gt;"),
    ],
)
def test_what_is_written(built: Markup, html: str):
    assert built == html
    assert isinstance(built, Markup)


@pytest.mark.parametrize(
    "piece",
    [BUILT[:7], BUILT.strip(), BUILT.replace("em", "b"), BUILT.partition("5")[0], BUILT.lower(), f"{BUILT}", BUILT * 2],
    ids=["cut", "stripped", "replaced", "parted", "lowered", "formatted", "repeated"],
)
def test_what_is_made_of_html_by_other_means_is_text_and_escaped(piece: str):
    assert not isinstance(piece, Markup)
    assert "<" not in element("p", piece).removeprefix("<p>").removesuffix("</p>")
