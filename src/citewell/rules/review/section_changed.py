"""A section has changed since its medical review, so nobody has reviewed it as it is now.

A review is for the words that were read: each sentence with its sources, or with the reason why it has none. Spaces,
line breaks and the form of quotation marks make no difference. The other sections of the article keep their review.
The page tells readers which sections changed.

With `review: required` in `content_src/site.yml` this is an error with `--release`.

Fix it by having the section reviewed again: `citewell review ARTICLE --by PERSON --section "HEADING"`. If only the
spelling was corrected, an editor declares that: `citewell review ARTICLE --by EDITOR --spelling`.

Wrong: "Most lumps are harmless." was reviewed, and the page says "All lumps are harmless."

Right: a review of the section as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.reviews import ReviewRole
from citewell.reviews.changes import ClaimChange
from citewell.reviews.names import name_section
from citewell.reviews.state import SectionReview, SignOff, find_review_state
from citewell.rules.reviewing import locate_section, needs_review, weigh
from citewell.rules.rule import Finding, article_rule, listed, shortened


@article_rule("REV007", Severity.WARNING, Severity.ERROR)
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each such section, at the first sentence that is new or other than it was."""
    if not needs_review(context):
        return
    for section in find_review_state(context).lapsed(ReviewRole.MEDICAL):
        sign_off = section.sign_offs[ReviewRole.MEDICAL]
        if sign_off.changes:
            yield _report(section, sign_off, context)


def _report(section: SectionReview, sign_off: SignOff, context: ArticleContext) -> Finding:
    first = next((change.after for change in sign_off.changes if change.after), None)
    place = context.article.locate(first.span) if first else locate_section(section, context)
    name = name_section(section.section, context.words)
    review = sign_off.review
    changed = listed([_describe(change) for change in sign_off.changes], "; ")
    return Finding(
        place,
        f'"{name}" has changed since {review.by} reviewed it on {context.words.day(review.on)}: {changed}',
        "have this section reviewed again; if only its spelling changed, declare that with citewell review --spelling",
        severity=weigh(context),
    )


def _describe(change: ClaimChange) -> str:
    before, after = change
    if before is None:
        return f'"{shortened(after.text)}" is new' if after else ""
    return f'"{shortened(before.text)}" is gone' if after is None else f'"{shortened(after.text)}" ({after.id})'
