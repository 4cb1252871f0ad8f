"""A reviewed section rests on a source that is no longer what the reviewer saw.

The words of the section are the same, but a source of it was retracted after the review, or its reference is that of
another work by now, or the words that were quoted from it are no longer on its page. So what the reviewer approved is
no longer supported by what she read.

With `review: required` in `content_src/site.yml` this is an error with `--release`.

Fix it by reading the source as it is now, correcting the section or its source, and having it reviewed again.

Wrong: a sentence was reviewed in February, and its only source was retracted in March.

Right: the sentence has another source, and the section was reviewed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.reviews import ReviewRole
from citewell.reviews.lost_support import Loss
from citewell.reviews.state import find_review_state
from citewell.rules.reviewing import needs_review, weigh
from citewell.rules.rule import Finding, article_rule

_SAYS: Final = {
    Loss.RETRACTED: "was retracted after the review",
    Loss.OTHER_WORK: "has another title, address or identifier than the reference that was reviewed",
    Loss.QUOTE: "no longer has the quoted words on its page",
}


@article_rule("REV008", Severity.WARNING, Severity.ERROR)
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each claim of a reviewed section that has lost a source."""
    if not needs_review(context):
        return
    for section in find_review_state(context).lapsed(ReviewRole.MEDICAL):
        sign_off = section.sign_offs[ReviewRole.MEDICAL]
        for claim, key, loss in sign_off.lost:
            yield Finding(
                context.article.locate(claim.span),
                f'"{key}" {_SAYS[loss]}, so the review by {sign_off.review.by} no longer covers this sentence',
                "compare the sentence with its sources again, then have the section reviewed again",
                severity=weigh(context),
            )
