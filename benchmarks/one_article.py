"""One model-size article through parse, number, check and render, beside Python-Markdown and beside MkDocs.

Model-size is the page type to reproduce: 15 references, about 60 marks and 1,040 words.

Python-Markdown renders the same text without knowing what a citation is. MkDocs with Material builds the page that
Citewell made of it: one page more on a site that is there already, so neither its start nor the theme's files count.
"""

from __future__ import annotations

import gc
import tempfile
from dataclasses import replace
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # no types are published with it
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.corpus import MODEL_SIZE, OURS
from benchmarks.project import TODAY, corpus
from benchmarks.row import Row, timed
from benchmarks.timing import Times, side_by_side
from citewell.__main__ import GARBAGE
from citewell.build import examine
from citewell.citations.number import NumberedArticle, number
from citewell.model.article import Article
from citewell.model.site import Site
from citewell.project import Project
from citewell.render.article import article_page
from citewell.render.site_map import build_site_index
from citewell.rules import check
from citewell.source.article import parse_article

AIM = 0.015  # seconds
PAGES = 20  # of these the time of one more page is taken


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    gc.set_threshold(*GARBAGE)  # as the command does
    runs = 20 if quick else 200
    with corpus(1, MODEL_SIZE.cited, MODEL_SIZE) as root:
        line = _Line(examine(Project(root), TODAY).site)
    with corpus(1, OURS.cited) as root:
        large = _Line(examine(Project(root), TODAY).site)
    text = line.article.source.text.split("---\n", 2)[2]
    times = side_by_side(
        {
            "all": line.whole,
            "parse": line.parse,
            "check": line.check,
            "render": line.render,
            "large": large.whole,
            "peer": lambda: markdown.markdown(text, extensions=["attr_list", "tables"]),
        },
        runs,
        warm_up=runs // 10,
    )
    page = _mkdocs_page(line.render(), 2 if quick else 5)
    ours = times["all"]
    return [
        timed("parse + number + check + render a model-size article", ours, aim=AIM),
        timed("  parse alone", times["parse"], ours),
        timed("  number and check alone", times["check"], ours),
        timed("  render alone", times["render"], ours),
        timed("an article as large as our first, 37 references", times["large"], ours),
        timed("Python-Markdown, the same text", times["peer"], ours),
        Row("MkDocs with Material, this page on top of others", page, processor=page, ratio=page / ours.processor),
    ]


class _Line:
    """One article on its way, and each stage of it again alone."""

    def __init__(self, site: Site) -> None:
        self.article = site.articles[0]
        self._site = site
        self._numbered = self._number(self.article)
        self._map = build_site_index(replace(site, articles=(self.article,), pages=()), (self._numbered,))

    def parse(self) -> Article:
        known, old = self._site.settings.abbreviations, self.article
        return parse_article(old.source, slug=old.slug, abbreviations=known, pictures=old.pictures)

    def check(self) -> None:
        self._checked(self._number(self.article))

    def render(self) -> bytes:
        return article_page(self._numbered, self._map).data()

    def whole(self) -> bytes:
        numbered = self._number(self.parse())
        self._checked(numbered)
        return article_page(numbered, self._map).data()

    def _number(self, article: Article) -> NumberedArticle:
        return number(article, self._site.bibliography)

    def _checked(self, numbered: NumberedArticle) -> None:
        check(replace(self._site, articles=(numbered.article,), pages=()), (numbered,), TODAY)


def _mkdocs_page(page: bytes, runs: int) -> float:
    """Seconds of the processor that one more such page takes MkDocs with Material."""
    with tempfile.TemporaryDirectory(prefix="citewell-bench-") as folder:
        few, many = (_Docs(Path(folder, str(count)), page, count) for count in (1, 1 + PAGES))
        times: dict[str, Times] = side_by_side({"few": few.build, "many": many.build}, runs, warm_up=1)
    return (times["many"].processor - times["few"].processor) / PAGES


class _Docs:
    """A site of plain MkDocs with Material that holds one page several times."""

    def __init__(self, root: Path, page: bytes, count: int) -> None:
        for position in range(count):
            folder = root / "docs" / (f"page-{position}" if position else "")
            folder.mkdir(parents=True)
            (folder / "index.md").write_bytes(page)
        self._file = root / "mkdocs.yml"
        lines = ["site_name: Plain", "theme: {name: material, font: false}", "plugins: []", "nav: [index.md]"]
        self._file.write_text("\n".join([*lines, "markdown_extensions: [attr_list]", ""]), encoding="utf-8")

    def build(self) -> None:
        build(load_config(str(self._file)))
