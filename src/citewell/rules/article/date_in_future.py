"""A date of an article is in the future.

Usually the year or the month is a typing mistake. Readers who see it stop trusting the page.

Fix it by writing the right day. Because this depends on today's date, it is a warning, and an error only with
`--release`.

Wrong: `published: 2062-02-15`

Right: `published: 2026-02-15`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.rules.rule import Finding, article_rule


@article_rule("ART012", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every date of the front matter after today."""
    article = numbered.article
    for placed in article.front.dates:
        if placed.day > context.today:
            yield Finding(
                article.locate(placed.span),
                f"{placed.day.isoformat()} is in the future",
                "write the right day, or publish the article on that day",
            )
