"""The PDF of each article: every source's address, tags and bookmarks, nothing parted, on A4 and on Letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser
from tests.outputs.conftest import build_printed
from tests.outputs.pdf_tags import read_tags

pytestmark = pytest.mark.browser

POINTS = {"A4": (595.28, 841.89), "Letter": (612, 792)}
NOT_ON_PAPER = "nav, [role=navigation], .related, .report, .evidence-view, [popover], dialog, .glance, form, template"


@dataclass
class PdfJob:
    """An article's page, its PDF, and the words on each sheet without spaces, as a long address stands in lines."""

    name: str
    page: LexborHTMLParser
    reader: PdfReader
    sheets: list[str]

    @property
    def text(self) -> str:
        return "".join(self.sheets)


@pytest.fixture(scope="module")
def leaflets(printed: Path) -> list[PdfJob]:
    """Each PDF of a site."""
    found = []
    for file in sorted(printed.glob("articles/*/*.pdf")):
        page = LexborHTMLParser((file.parent / "index.html").read_text(encoding="utf-8"))
        reader = PdfReader(file)
        found.append(PdfJob(file.stem, page, reader, [_joined(sheet.extract_text()) for sheet in reader.pages]))
    assert len(found) >= 4
    return found


def _joined(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())


def _links(reader: PdfReader) -> set[str]:
    """The addresses that its links lead to."""
    found = (link.get_object() for sheet in reader.pages for link in sheet.get("/Annots", []))
    return {str(link["/A"]["/URI"]) for link in found if "/A" in link}


def _page(leaflet: PdfJob, without: str) -> LexborHTMLParser:
    """A copy of its page without some of its parts."""
    page = LexborHTMLParser(leaflet.page.html or "")
    for part in page.css(without):
        part.decompose()
    return page


def _outline(items: Any) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item)
        else:
            yield item.title


def test_every_published_article_has_one_that_its_page_offers(printed: Path):
    pages = {file.parent for file in printed.glob("articles/*/index.html")}
    published = {folder for folder in pages if 'class="withdrawn"' not in (folder / "index.html").read_text("utf-8")}
    files = {file.parent: file for file in printed.glob("articles/*/*.pdf")}

    offered = set()
    for folder in published:
        page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
        for link in page.css(".save a"):
            assert link.text() == f"Save this page as a PDF ({printed.parent.name})"
            assert link.attributes["download"] == link.attributes["href"] == f"{folder.name}.pdf"
            offered.add(folder)
    assert offered == set(files)
    assert {file.stem for file in files.values()} == {folder.name for folder in offered}
    assert len(files) >= 4


def test_every_address_of_every_source_is_printed_and_leads_there(leaflets: list[PdfJob]):
    seen = 0
    for each in leaflets:
        links = _links(each.reader)
        for entry in each.page.css(".sources .entry[data-url]"):
            address = entry.attributes["data-url"] or ""
            assert address in each.text, each.name
            assert address in links, each.name
            seen += 1
    assert seen > 100


def test_the_banner_the_date_the_review_and_the_notice_are_on_it(leaflets: list[PdfJob]):
    for each in leaflets:
        page = _page(each, ".cites, .vh")
        assert "Demonstrationsite.Notreviewedbyadoctor." in each.sheets[0]
        (review,) = page.css(".byline .approved, .byline .unreviewed")
        assert _joined(review.text()) in each.sheets[0]
        assert re.search(r"Published\d+[A-Z][a-z]+20\d\d", each.sheets[0])
        shown = [
            _joined(part.text())[:20]
            for selector in (".notice p", ".alarm a", ".takeaway p", ".said")
            for part in page.css(selector)
        ]
        assert len(shown) >= 2
        assert [words for words in shown if words not in each.text] == [], each.name
        assert all(f"Page{at}of{len(each.sheets)}" in sheet for at, sheet in enumerate(each.sheets, 1))


def test_nothing_that_needs_a_screen_is_on_it(leaflets: list[PdfJob]):
    for each in leaflets:
        for chrome in ("Skiptocontent", "Onthispage", "Usedat", "asaPDF", "Reportaproblem", "Related", "Showevidence"):
            assert chrome not in each.text, each.name


def test_its_bookmarks_are_the_headings_of_the_page_in_order(leaflets: list[PdfJob]):
    for each in leaflets:
        page = _page(each, NOT_ON_PAPER)
        headings = [_joined(heading.text()) for heading in page.css("h1, h2, h3, h4, h5, h6")]
        assert [_joined(title) for title in _outline(each.reader.outline)] == headings


def test_a_screen_reader_is_told_language_title_authors_and_tags(leaflets: list[PdfJob]):
    for each in leaflets:
        html, title, facts = each.page.css_first("html"), each.page.css_first("h1"), each.reader.metadata
        assert html is not None
        assert title is not None
        assert facts is not None
        root: dict[str, Any] = each.reader.root_object
        assert root["/Lang"] == html.attributes["lang"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert facts.title == title.text()
        assert facts.author
        kinds = {tag.kind for tag in read_tags(each.reader).all()}
        assert {"H1", "H2", "P", "Link"} <= kinds
        assert not each.page.css("article > ul") or {"L", "LI", "Lbl"} <= kinds
        assert not each.page.css("table") or {"Table", "TR", "TH", "TD"} <= kinds
        assert not each.page.css("article img") or "Figure" in kinds


def test_no_row_item_or_card_is_parted_and_no_heading_is_left_behind(leaflets: list[PdfJob]):
    for each in leaflets:
        tree = read_tags(each.reader)
        for tag in tree.all():
            head = tag.kind == "TR" and all(cell.kind == "TH" for cell in tag.inner)  # repeated on each sheet
            if tag.kind in ("TR", "LI", "Figure") and not head:
                assert len(tag.sheets) <= 1, (each.name, tag.kind, tag.sheets)
            if tag.kind != "Art" and any(inner.kind in ("H3", "H4") for inner in tag.inner):
                assert len(tag.sheets) == 1, (each.name, "a block with a heading", tag.sheets)
        order = list(tree.all())
        below = [inner for tag in order if tag.kind == "Figure" for inner in tag.inner]  # the caption of a figure
        for at, tag in enumerate(order):
            if tag.kind in ("H1", "H2", "H3", "H4", "Caption") and not any(tag is each for each in below):
                rest = order[at + len(list(tag.all())) :]
                following = next((inner.own[0] for inner in rest if inner.own), None)
                assert following in (None, tag.sheets[-1]), (each.name, tag.kind, tag.sheets, following)


def test_the_paper_is_the_one_that_was_asked_for(leaflets: list[PdfJob], printed: Path):
    wide, high = POINTS[printed.parent.name]
    for each in leaflets:
        for sheet in each.reader.pages:
            assert abs(float(sheet.mediabox.width) - wide) < 1
            assert abs(float(sheet.mediabox.height) - high) < 1


def test_a_language_written_from_right_to_left_has_its_own_words_and_the_same_addresses(chromium: str, tmp_path: Path):
    site = build_printed("right to left", "A4", chromium, tmp_path)
    for file in site.glob("articles/*/*.pdf"):
        page, reader = LexborHTMLParser((file.parent / "index.html").read_text(encoding="utf-8")), PdfReader(file)
        root: dict[str, Any] = reader.root_object
        title, facts = page.css_first("h1"), reader.metadata
        assert title is not None
        assert facts is not None
        assert (root["/Lang"], facts.title) == ("he", title.text())
        assert {entry.attributes["data-url"] for entry in page.css(".sources .entry[data-url]")} <= _links(reader)
        assert "Page" not in "".join(sheet.extract_text() for sheet in reader.pages)
