"""A review is by an author of the article, so it counts for nothing.

Nobody sees the faults of their own text. A review is worth something because somebody else read the article.

Fix it by asking somebody else to review the article. If the name is under `authors` by mistake, remove it there.

Wrong: `authors: [ada-fiction]` and a review `by: ada-fiction`.

Right: `authors: [editorial-team]` and a review `by: ada-fiction`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.reviews.reviewers import Refusal
from citewell.rules.reviewing import find_refused
from citewell.rules.rule import Finding, article_rule


@article_rule("REV006")
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each review by an author."""
    for record, _ in find_refused(context, Refusal.AUTHOR):
        said = f'"{getattr(record, "by", "")}" wrote this article, so this review counts for nothing'
        yield Finding(record.location, said, "let somebody else review the article")
