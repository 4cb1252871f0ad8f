"""The next medical review of an article is due within two months.

Reviewers are busy people: ask them in time, and the review is done in time. Two months are our own number.

Fix it by asking a reviewer now. This is advice: `citewell check --advise` shows it.

Wrong: the review is due on 1 April, today is 1 March, and nobody has been asked.

Right: a reviewer has the article, or has reviewed it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.reviews import ReviewRole
from citewell.reviews.state import find_review_state
from citewell.rules.missing import locate_head
from citewell.rules.reviewing import needs_review
from citewell.rules.rule import Finding, article_rule

_AHEAD: Final = timedelta(days=60)


@article_rule("REV010", Severity.ADVICE)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article with a review that is due soon, and not yet."""
    due = find_review_state(context).due(ReviewRole.MEDICAL)
    if due is not None and needs_review(context) and context.today <= due < context.today + _AHEAD:
        yield Finding(
            locate_head(numbered.article),
            f"the next medical review is due on {context.words.day(due)}",
            "ask a reviewer now",
        )
