"""The page of a report: whole in itself, every figure with its numbers as a table, and nothing that runs or loads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.cli.project import Project
from tests.team_report.site import DRAFT, write_site


@pytest.fixture(scope="session")
def text(site: Project) -> str:
    done = site.citewell("report", "-o", "page.html", "--months", "0", "--criteria", "pif-tick")
    assert done == (0, "Wrote page.html.\n", "")
    return site.read("page.html")


@pytest.fixture(scope="session")
def page(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(text)


def first(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None, selector
    return found


def table_in(node: LexborNode) -> list[list[str]]:
    return [[cell.text().strip() for cell in row.css("th, td")] for row in node.css("tr")]


def test_every_figure_has_a_plot_with_words_and_its_numbers_as_a_table(page: LexborHTMLParser):
    figures = page.css("figure")
    assert len(figures) >= 8
    for figure in figures:
        assert first(figure, "figcaption").text()
        assert len(figure.css("details table tbody tr")) >= 1
        assert [svg.attributes["role"] for svg in figure.css("svg")] == ["img", "img"]
        for svg in figure.css("svg"):
            names = (svg.attributes["aria-labelledby"] or "").split()
            assert all(first(page, f"#{name}").text() for name in names)
            assert len(names) == 2


@pytest.mark.parametrize(
    ("figure", "rows"),
    [
        (
            "coverage",
            [
                ["Article or page", "Claims", "With a source", "With a reason", "With neither"],
                ["Do headaches pass?", "2", "1", "0", "1"],
                ["About this site", "2", "0", "2", "0"],
                ["Does back pain pass?", "4", "3", "1", "0"],
                ["Is a cold short? (draft)", "1", "1", "0", "0"],
            ],
        ),
        (
            "support",
            [
                ["Level", "Cited claims"],
                ["Verified by a person", "0"],
                ["Words of the source quoted", "1"],
                ["Judged by a program only", "0"],
                ["Not verified", "4"],
            ],
        ),
        (
            "publishers",
            [
                ["Publisher", "Sources", "Citations", "Share"],
                ["Example Health", "2", "4", "66.7 %"],
                ["Example Journal", "1", "2", "33.3 %"],
            ],
        ),
    ],
)
def test_a_table_has_the_numbers_of_its_plot(page: LexborHTMLParser, figure: str, rows: list[list[str]]):
    assert table_in(first(page, f"#figure-{figure}")) == rows


def test_the_page_is_whole_in_itself(text: str, page: LexborHTMLParser):
    assert page.css("script, link, img, iframe, object") == []
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*", text) == []
    assert "@import" not in text
    assert "url(" not in text
    policy = first(page, "meta[http-equiv='Content-Security-Policy']").attributes["content"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_ids_differ_and_every_link_leads_somewhere(page: LexborHTMLParser):
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = [(node.attributes["href"] or "").removeprefix("#") for node in page.css("[href]")]
    assert set(targets) <= set(ids)
    assert {"coverage", "reviews", "trend", "criteria-1"} <= set(targets)


def test_colours_are_those_of_the_page_so_that_plots_turn_dark(page: LexborHTMLParser):
    styles = " ".join(node.attributes["style"] or "" for node in page.css("svg [style]"))
    assert "var(--plot-1)" in styles
    assert not re.search(r"#[0-9a-f]{3,6}", styles)


def test_words_of_the_content_cannot_become_markup_or_mathematics(tmp_path: Path, capfd):
    project = write_site(tmp_path / "site")
    title = "Do <b>$x_1$</b> & שלום 😀 help?"
    project.write("content_src/articles/cold/article.md", DRAFT.replace("Is a cold short?", f'"{title}"'))

    done = project.citewell("report", "-o", "page.html", "--months", "0")

    assert done == (0, "Wrote page.html.\n", "")
    assert capfd.readouterr() == ("", "")
    page = LexborHTMLParser(project.read("page.html"))
    assert page.css("svg b, td b, li b") == []
    assert f"{title} (draft)" in [row[0] for row in table_in(first(page, "#figure-coverage"))]
    assert "$x_1$" in first(page, "#figure-coverage svg").text()


def test_an_empty_site_has_a_report(tmp_path: Path):
    project = write_site(tmp_path / "site")
    for path in ("articles", "pages", "references"):
        for file in sorted((project.root / "content_src" / path).rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()

    done = project.citewell("report", "-o", "page.html", "--months", "0", "--criteria", "pif-tick")

    assert done == (0, "Wrote page.html.\n", "")
    page = LexborHTMLParser(project.read("page.html"))
    assert first(page, "#coverage p").text() == "There are no claims yet."
    assert "Met: 0" in first(page, "#criteria-1").text()
