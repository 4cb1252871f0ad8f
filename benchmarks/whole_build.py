"""``citewell build`` of 100 generated articles beside plain ``mkdocs build`` of the pages it wrote, same theme.

Citewell reads, checks, writes the pages, verifies the built site and puts it in place; MkDocs makes one page a shape.
What an earlier build kept is removed before each first one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.project import corpus, write_docs_of
from benchmarks.row import Row, timed
from benchmarks.timing import command, side_by_side

ARTICLES = 100
QUICK = 10


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    articles = QUICK if quick else ARTICLES
    with corpus(articles) as root, corpus(articles) as other:
        write_docs_of(other)
        times = side_by_side(
            {
                "first": _afresh(root),
                "again": command("-P", "-m", "citewell", "build", "--quiet", where=root),
                "edited": _edited(root),
                "mkdocs": command("-P", "-m", "mkdocs", "build", "--quiet", where=other),
            },
            2 if quick else 3,
        )
    ours = times["first"]
    return [
        timed(f"citewell build, {articles} articles, from nothing", ours),
        timed("  again with nothing changed", times["again"], ours),
        timed("  after a change to one article", times["edited"], ours),
        timed("mkdocs build with Material of the same pages", times["mkdocs"], ours),
    ]


def _afresh(root: Path) -> Callable[[], None]:
    build = command("-P", "-m", "citewell", "build", "--quiet", where=root)

    def run() -> None:
        for made in ("docs", "site", ".citewell"):
            shutil.rmtree(root / made, ignore_errors=True)
        build()

    return run


def _edited(root: Path) -> Callable[[], None]:
    """A build after one more word in the description of an article."""
    build = command("-P", "-m", "citewell", "build", "--quiet", where=root)
    article = min((root / "content_src" / "articles").iterdir()) / "article.md"

    def run() -> None:
        article.write_text(article.read_text(encoding="utf-8").replace("\ndescription: ", "\ndescription: Now ", 1))
        build()

    return run
