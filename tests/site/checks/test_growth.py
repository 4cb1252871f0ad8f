"""Whatever is repeated on a built page, reading it takes time in proportion to it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from tests.growth import Stopwatch, slow_parts

from citewell.site.page_reader import read_page

PIECES = (
    *(
        "word ",
        "<p>Words.</p>",
        "<span>a</span>",
        '<a href="x/" id="i">a</a>',
        "<br>",
        "\n",
        "<",
        "&amp;",
        "<!-- a -->",
    ),
    *("<style>a { background: url(x.svg) }</style>", '<script src="x.js"></script>', '<img src="x" alt="A spine">'),
    *(
        '<div class="takeaway">a</div><p><a href="#x">b</a></p>',
        '<p class="demo">a</p>',
        "<code>a</code>",
        "<h2>a</h2>",
    ),
    '<a role="doc-biblioref" id="cite-k-1" href="#ref-k"><span class="vh">Source </span>1</a>',
    '<li id="ref-k">A <a role="doc-backlink" href="#cite-k-1" aria-label="Back">a</a></li>',
    '<table><tr><td style="x">a</td></tr></table>',
    '<form action="x"><input name="q"></form>',
)
AROUND = ("<body>{}</body>", '<section role="doc-bibliography"><ol>{}</ol></section>', "<title>{}</title>", "<p>{}")


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_many_of_one_kind(piece: str, around: str):
    def measure(count: int) -> Stopwatch:
        timed, page = Stopwatch(), around.replace("{}", piece * count).encode()
        with timed("reading the page"):
            read_page(page, PurePosixPath("index.html"))
        return timed

    assert slow_parts(measure, 100) == []
