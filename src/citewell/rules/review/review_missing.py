"""A published article, or a part of it, has never been medically reviewed.

The check can see that a sentence has a source. Only somebody who knows the field can see that it is right, and safe.

With `review: required` in `content_src/site.yml` this is a warning, and an error with `--release`. With `review:
advised` it is advice, which `citewell check --advise` shows.

Fix it by having the article reviewed (`citewell help review`): `citewell review ARTICLE --by PERSON`.

Wrong: `review: required` in `site.yml`, and no file `content_src/reviews/is-it-a-lump.yml`.

Right: a review of all sections of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.reviews import ReviewRole
from citewell.reviews.state import find_review_state
from citewell.rules.missing import locate_head
from citewell.rules.poison import rests_on_names
from citewell.rules.reviewing import locate_section, name_sections, needs_review, weigh
from citewell.rules.rule import Finding, article_rule


@article_rule("REV011", Severity.WARNING, Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article without a medical review, or the sections of it that were in none."""
    if not needs_review(context):
        return
    state = find_review_state(context)
    missing = state.missing(ReviewRole.MEDICAL)
    if not missing:
        return
    if len(missing) == len(state.sections):
        place, said = locate_head(numbered.article), "this article has not been medically reviewed"
    else:
        place = locate_section(missing[0], context)
        said = f"no medical review covers {name_sections(missing, context)}"
    hint = 'have it reviewed: "citewell help review" says how'
    premises = (rests_on_names("people.yml"),) if context.reviews.reviews else ()
    yield Finding(place, said, hint, severity=weigh(context, Severity.ADVICE), premises=premises)
