"""One model-size article through parse, number, check and render, beside Python-Markdown and beside MkDocs.

Model-size is the page type to reproduce: 15 references, about 60 marks and 1,040 words.

Python-Markdown renders the same text without knowing what a citation is. MkDocs with Material builds the page that
Citewell made of it: one page more on a site that is there already, so neither its start nor the theme's files count.
"""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # no types are published with it
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.corpus import MODEL_SIZE, OURS
from benchmarks.project import TODAY, corpus
from benchmarks.row import Row, timed
from benchmarks.timing import Times, side_by_side
from citewell.__main__ import GARBAGE
from citewell.article_context import ArticleContext, ContextBuilder
from citewell.model.article import Article
from citewell.render.article import article_parts, finish_article
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.site_map import build_site_index
from citewell.rules import check_article, check_site, list_findings
from citewell.rules.facts import gather_facts, make_card
from citewell.source.article import parse_article
from citewell.source.load import Content, load

AIM = 0.015  # seconds
PAGES = 20  # of these the time of one more page is taken


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    gc.set_threshold(*GARBAGE)  # as the command does
    runs = 20 if quick else 200
    with corpus(1, MODEL_SIZE.cited, MODEL_SIZE) as root:
        line = _Line(load(root))
    with corpus(1, OURS.cited) as root:
        large = _Line(load(root))
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

    def __init__(self, content: Content) -> None:
        self.article, self._site = content.articles[0], content.site
        self._inputs = ContextBuilder(content.site, frozenset(), TODAY)
        self._printed = ReferenceDescriptions()
        self._context = self._inputs.context(self.article)
        facts = gather_facts(content.site, [make_card(self._context)])
        self._index = build_site_index(facts, self._inputs, self._printed, {})

    def parse(self) -> Article:
        known, old = self._site.settings.abbreviations, self.article
        return parse_article(old.source, slug=old.slug, abbreviations=known, pictures=old.pictures)

    def check(self) -> None:
        self._check(self._inputs.context(self.article))

    def render(self) -> bytes:
        return self._page(self._context)

    def whole(self) -> bytes:
        context = self._inputs.context(self.parse())
        self._check(context)
        return self._page(context)

    def _check(self, context: ArticleContext) -> None:
        found = check_article(context)
        facts = gather_facts(self._site, [make_card(context)])
        list_findings([*found, *check_site(facts, self._inputs)])

    def _page(self, context: ArticleContext) -> bytes:
        parts = article_parts(context, self._printed)
        card = self._index.facts.articles[context.article.slug]
        return finish_article(parts, card, self._index).data()


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
