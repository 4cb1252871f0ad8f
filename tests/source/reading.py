"""Reading small articles in tests."""

from __future__ import annotations

from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article

FRONT = "---\ntitle: T\n---\n"
# The body of an article made with ``read`` begins on this line.
FIRST_LINE = 4


def read(body: str) -> Article:
    """An article with this body, from text alone."""
    return parse_article(SourceText("content_src/articles/x/article.md", FRONT + body), slug="x")


def rows(body: str) -> list[Claim]:
    """The ledger of a body, without the rows of the front matter."""
    return [claim for claim in read(body).claims if claim.block not in ("title", "description")]


def problems(body: str) -> list[tuple[str, int, int]]:
    """What the reader noted: kind, line and column, both counted from the beginning of the body."""
    noted = read(body).problems
    return [(problem.kind, problem.location.line - FIRST_LINE + 1, problem.location.column) for problem in noted]
