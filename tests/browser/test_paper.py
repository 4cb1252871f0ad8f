"""On paper: a leaflet with the banner, the review state and every source's address, and nothing that needs a screen."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.browser.sites import ARTICLES, PAGES, words_of

from citewell.audit.window import View

pytestmark = pytest.mark.browser

SCREEN_ONLY = (
    "header.site nav, header.site form, footer.site nav, .crumbs, .contents, .related, .report, .uses, .skip, "
    ".save, .evidence-view, [popover], dialog"
)
WHOLE = ".care, .dos > div, .takeaway, .takeaways, .entries > li, tbody tr, .note, figure, .notice, .quotation"


@pytest.fixture
def printed(reader):
    """Opens a page as paper shows it, from a dark screen."""

    def open_printed(name):
        looked = reader.open(name, View(700, scheme="dark"))
        looked.page.emulate_media(media="print")
        return looked

    return open_printed


@pytest.mark.parametrize("name", PAGES)
def test_paper_shows_the_banner_and_no_chrome(printed, name):
    looked = printed(name)
    assert words_of(name)("theme.demonstration_help") in looked.page.locator(".demo").inner_text()
    edge = "parseFloat(getComputedStyle(document.querySelector('.demo')).borderBlockStartWidth)"
    assert looked.ask(edge) >= 1.9
    shown = f"[...document.querySelectorAll({SCREEN_ONLY!r})].filter(each => each.checkVisibility()).length"
    assert looked.ask(shown) == 0
    dark = looked.ask("getComputedStyle(document.documentElement).backgroundColor")
    assert dark == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", ARTICLES)
def test_paper_shows_every_address_the_date_and_the_review_state(printed, name):
    looked = printed(name)
    addresses = looked.ask("""() => [...document.querySelectorAll('.entry')].map(each => {
        const after = getComputedStyle(each, '::after');
        return [each.querySelector('a').getAttribute('href'), after.content, after.display];
    })""")
    assert addresses
    assert [each for each in addresses if each[1] != f'"{each[0]}"' or each[2] != "block"] == []
    foot = looked.page.locator(".paper").inner_text()
    words, day = words_of(name), r"\d+ \w+ \d{4}"
    assert words("article.not_reviewed") in foot
    assert re.search(words("theme.paper", address=r"https://\S+/articles/"), foot)
    assert re.search(f"{words('article.published', day=day)}|{words('article.updated', day=day)}", foot)
    assert looked.page.locator(".notice").is_visible()


@pytest.mark.parametrize("name", ["article", "every block"])
def test_nothing_that_belongs_together_is_parted(printed, name):
    looked = printed(name)
    parted = f"[...document.querySelectorAll({WHOLE!r})].filter(each => getComputedStyle(each).breakInside !== 'avoid')"
    assert looked.ask(f"{parted}.map(each => each.className)") == []
    assert looked.ask("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    loose = looked.ask("""() => [...document.querySelectorAll('article > h2, article > h3, caption, section > h2')]
        .filter(each => getComputedStyle(each).breakAfter !== 'avoid').map(each => each.textContent)""")
    assert loose == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_leaflet_prints_with_live_links(reader, paper):
    looked = reader.open("article", View(700))
    pdf = looked.page.pdf(format=paper, prefer_css_page_size=True, tagged=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    words = len(looked.page.locator("main").inner_text().split())
    assert words / pages >= 250, "sheets that are half empty"
    hrefs = looked.ask("[...document.querySelectorAll('.entry > a:first-of-type')].map(each => each.href)")
    linked = set(re.findall(rb"/URI \(([^)]*)\)", pdf))
    assert [href for href in hrefs if href.replace("(", "").encode() not in linked] == []
    assert b"/StructTreeRoot" in pdf, "tagged for screen readers"


def test_marks_on_paper_are_raised_figures_with_commas(printed):
    looked = printed("article")
    pair = looked.page.locator(".cites:has(.cite:nth-child(2):last-child):not(:has(.range))").first
    assert (
        pair.locator(".cite").nth(1).evaluate("each => getComputedStyle(each, '::before').content").startswith('", "')
    )


CUT_OFF = """() => [...document.querySelectorAll('article, article *')]
    .filter(each => !each.closest('.vh, .meaning, svg') && each.getBoundingClientRect().width > 1)
    .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(each => each.textContent || each.tagName)"""


@pytest.mark.parametrize("paper", [673, 695], ids=["A4", "Letter"])
@pytest.mark.parametrize("name", ["dark and on paper", "every block", "article", "right to left"])
def test_nothing_is_wider_than_the_sheet(reader, name, paper):
    looked = reader.open(name, View(paper))  # the width within the margins, in CSS pixels
    looked.page.emulate_media(media="print")
    assert looked.ask(CUT_OFF) == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_column_of_a_wide_table_is_on_paper(reader, paper):
    looked = reader.open("dark and on paper")
    pdf = looked.page.pdf(format=paper, prefer_css_page_size=True)
    said = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages).split()
    assert {f"Column{letter}:" for letter in "ABCDEFGH"} <= set(said), "each cell names its column"
    assert {f"{row}.{column}" for row in (1, 2) for column in range(1, 9)} <= set(said)
    assert {"Mon", "Rest", "none"} <= {word.rstrip("0123456789") for word in said}, "short words keep their columns"
