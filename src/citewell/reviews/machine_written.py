"""Articles whose first draft a program wrote: which of their claims no person has compared with its sources yet."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.model.article import DraftOrigin
from citewell.model.claims import Claim, Status
from citewell.model.reviews import ClaimVerdict
from citewell.reviews.verdicts import NOT_SUPPORTED, list_judgements


def is_machine_written(context: ArticleContext) -> bool:
    """Whether a program wrote the first draft, as the front matter says."""
    return context.article.front.origin is DraftOrigin.GENERATED


def find_unverified_claims(context: ArticleContext) -> tuple[Claim, ...]:
    """The claims that a program wrote and for which, as they are now, no person has recorded the verdict ``yes``.

    A verdict holds for every claim with the same words and sources. A team's does not count, and none does while
    somebody else says that the sources do not support the claim. Empty for an article that people wrote.
    """
    return context.once(_find_unverified_claims)


def _find_unverified_claims(context: ArticleContext) -> tuple[Claim, ...]:
    if not is_machine_written(context):
        return ()
    verdicts = [each.verdict for each in list_judgements(context) if not context.people[each.by].organisation]
    confirmed = {each.digest for each in verdicts if each.verdict is ClaimVerdict.YES}
    confirmed -= {each.digest for each in verdicts if each.verdict in NOT_SUPPORTED}
    versions = {digest.partition(":")[0]: digest for digest in confirmed}.values()
    return tuple(
        claim
        for claim in context.article.claims
        if claim.status is not Status.NOT_A_CLAIM
        and all(redigest_claim(claim, context.bibliography, like) not in confirmed for like in versions)
    )
