"""Articles whose first draft a program wrote: which of their claims no person has compared with its sources yet."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.model.article import DraftOrigin
from citewell.model.claims import Claim, Status
from citewell.reviews.verifications import is_confirmed


def is_machine_written(context: ArticleContext) -> bool:
    """Whether a program wrote the first draft, as the front matter says."""
    return context.article.front.origin is DraftOrigin.GENERATED


def find_unverified_claims(context: ArticleContext) -> tuple[Claim, ...]:
    """The claims that a program wrote and that no person has confirmed as they are now (``is_confirmed``).

    Empty for an article that people wrote.
    """
    return context.once(_find_unverified_claims)


def _find_unverified_claims(context: ArticleContext) -> tuple[Claim, ...]:
    claims = context.article.claims if is_machine_written(context) else ()
    return tuple(
        claim for claim in claims if claim.status is not Status.NOT_A_CLAIM and not is_confirmed(claim.id, context)
    )
