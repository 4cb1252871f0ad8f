"""A review is by somebody who is not in `content_src/people.yml`.

Readers are shown who reviewed an article, with qualifications, register and interests, which are in that file. A
review by nobody they can look up counts for nothing.

Fix it by putting the person back into `people.yml`, with the id that the record has.

Wrong: a record `by: ada-fiction`, and no such id in `people.yml`.

Right: `- id: ada-fiction` in `people.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.reviews.reviewers import Refusal
from citewell.rules.poison import rests_on_names
from citewell.rules.reviewing import find_refused
from citewell.rules.rule import Finding, article_rule


@article_rule("REV004")
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each record by nobody we know; silent while the people could not be read."""
    for record, _ in find_refused(context, Refusal.UNKNOWN):
        yield Finding(
            record.location,
            f'no person has the id "{getattr(record, "by", "")}", so this record counts for nothing',
            "put this person back into content_src/people.yml",
            premises=(rests_on_names("people.yml"),),
        )
