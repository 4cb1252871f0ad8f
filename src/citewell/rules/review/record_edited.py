"""A record of a review is not as a command wrote it, so it counts for nothing.

Each record in `content_src/reviews/` carries a digest over all its own values: who reviewed what, when, in which
words. A record that was written or changed by hand does not match its digest. Otherwise a review could be invented, or
stretched to words that nobody has read.

Fix it by restoring the file from git (`git checkout -- content_src/reviews/`), or by deleting this record and
recording the review again with `citewell review`.

Wrong: `date: 2026-03-01` in a record, where the command wrote `date: 2026-02-01`.

Right: the record as the command wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.reviews.reviewers import Refusal
from citewell.rules.reviewing import find_refused
from citewell.rules.rule import Finding, article_rule


@article_rule("REV003")
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each record whose digest is not that of its values."""
    for record, _ in find_refused(context, Refusal.EDITED):
        yield Finding(
            record.location,
            "this record was not written by a command or was changed by hand, so it counts for nothing",
            "restore the file as it was, or delete the record and run citewell review",
        )
