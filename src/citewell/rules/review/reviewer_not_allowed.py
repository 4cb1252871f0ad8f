"""A review is by somebody who may not review, or not in this role, so it counts for nothing.

`content_src/people.yml` says what somebody's reviews vouch for: `reviews: medical`, which needs `credentials`,
`register`, `registration_number` and `interests`, or `reviews: lay`. A lay review is never shown as a medical one. A
review with a day in the future has not happened yet.

Fix it by correcting the person in `people.yml` if something is missing there; if the review was recorded for the wrong
person, delete the record and let the right one review the article.

Wrong: a record with `role: medical` by a person with `reviews: lay`.

Right: a record with `role: medical` by a person with `reviews: medical`, credentials, register, number and interests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.reviews.reviewers import Refusal, list_missing_keys
from citewell.rules.reviewing import find_refused
from citewell.rules.rule import Finding, article_rule

_REFUSALS: Final = (Refusal.ROLE, Refusal.INCOMPLETE, Refusal.FUTURE)


@article_rule("REV005")
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each record by somebody who may not review, or that is dated in the future."""
    for record, refusal in find_refused(context, *_REFUSALS):
        by = getattr(record, "by", "")
        if refusal is Refusal.FUTURE:
            yield Finding(record.location, "the day of this record is in the future", "check the date of your computer")
        elif refusal is Refusal.ROLE:
            said = f'people.yml does not say that "{by}" may give a review of this role, so it counts for nothing'
            yield Finding(record.location, said, "correct reviews: of this person, if they may")
        else:
            missing = ", ".join(list_missing_keys(context.people[by]))
            said = f'people.yml lacks {missing} of "{by}", so this medical review counts for nothing'
            yield Finding(record.location, said, "add what is missing to content_src/people.yml")
