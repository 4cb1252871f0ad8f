"""The panel with the evidence for a statement: what the page holds for it, once for each source."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files

from tests.render.samples import bibliography, built, html, reference, words

from citewell.model.references import PartialDate

TEXT = """\
Most lumps are harmless. [@trial "most were benign"] They are common. [@trial; @page] Wash it. [no source: advice]
"""
TRIAL = replace(
    reference("trial"), kind="trial", people="149 adults <in two towns>", issued=PartialDate(2019, 3), type="article"
)


def page(text: str = TEXT):
    known = bibliography(TRIAL, reference("page"))
    return html(built({"back-pain": text}, references=known)["articles/back-pain/"])


def test_a_source_says_what_sort_of_work_it_is_from_which_year_and_about_whom():
    tree = page()
    assert words(tree, "#ref-trial .people") == ["Who was studied: 149 adults <in two towns>"]
    assert [each.attributes.get("data-year") for each in tree.css(".entries .facts")] == ["2019", None]
    assert words(tree, "#ref-page .people") == []


def test_the_words_of_the_panel_are_in_the_page_once():
    panel = page().css_first(".evidence-view template").html or ""
    assert re.sub(r"\s*<[^>]*>\s*", "|", panel).replace("||", "|").count("Kind of source") == 1
    for said in ("Evidence for “{words}”", "Close", "Kind of source", "Year", "Who was studied", "Its words"):
        assert said in panel
    assert "Compared with its sources by: <span>nobody yet</span>" in panel


def test_what_a_source_says_is_in_the_page_once_however_often_it_is_cited():
    once = page("Most lumps are harmless. [@trial]").css_first("article").html or ""
    often = page("Most lumps are harmless. [@trial] " * 30).css_first("article").html or ""
    for said in ("149 adults", "Clinical trial", "Kind of source", 'data-year="2019"'):
        assert often.count(said) == once.count(said), said


def test_an_article_without_sources_has_no_panel():
    assert page("Wash it. [no source: advice]").css_first(".evidence-view") is None


def test_lines_below_text_are_drawn_in_webkit_too():
    """WebKit takes ``text-decoration`` with one value only: style, colour and thickness need their own declarations."""
    styles = (files("citewell") / "theme/assets/citewell.css").read_text(encoding="utf-8")
    assert re.findall(r"text-decoration:(?! *(?:none|underline) *[;}]).*?[;}]", styles) == []
