"""The next medical review of an article is due.

Medicine changes although the text does not. A review is due again after the months that `review_months` in
`content_src/site.yml` gives. It still counts for some days after that (`review_grace`), in which this is a warning.
After those days the article counts as not reviewed; with `review: required` that is an error with `--release`.

Fix it by having the article reviewed again: `citewell review ARTICLE --by PERSON`.

Wrong: the review was due on 1 February, and today is 1 March.

Right: a new review.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.reviews import ReviewRole, ReviewStage
from citewell.reviews.state import find_review_state
from citewell.rules.missing import locate_head
from citewell.rules.reviewing import needs_review, weigh
from citewell.rules.rule import Finding, article_rule


@article_rule("REV009", Severity.WARNING, Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article with a review that was due before today."""
    state = find_review_state(context)
    due = state.due(ReviewRole.MEDICAL)
    if due is None or context.today <= due or not needs_review(context):
        return
    expired = context.today > due + state.grace
    over = ", and no longer counts" if expired else ""
    in_grace = state.stage(ReviewRole.MEDICAL) is ReviewStage.OVERDUE or not expired
    yield Finding(
        locate_head(numbered.article),
        f"the next medical review was due on {context.words.day(due)}{over}",
        "have the article reviewed again",
        severity=Severity.WARNING if in_grace else weigh(context),
    )
