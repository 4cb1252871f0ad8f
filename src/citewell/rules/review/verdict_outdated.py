"""Somebody had doubts about a sentence that has changed since, and nobody has judged it again.

The verdict is kept, but it was about other words, so it counts for nothing now: whether the new ones are right,
somebody has to see. The finding disappears when the section, or the article, is reviewed again.

Fix it by asking for a new verdict or review.

Wrong: a sentence with the verdict `no` was changed, and nobody has looked at it since.

Right: a review after the change.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind
from citewell.reviews.verdicts import find_outdated_doubts
from citewell.rules.rule import Finding, article_rule


@article_rule("REV013", Severity.WARNING)
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each doubt about words that are no longer there, once, at its record."""
    if context.article.kind is ArticleKind.ARTICLE:
        for each in find_outdated_doubts(context):
            yield Finding(
                each.verdict.location,
                f'{each.by} gave the verdict "{each.verdict.verdict}" on a sentence that has changed since',
                "ask for a new verdict, or have its section reviewed again",
            )
