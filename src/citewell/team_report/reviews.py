"""What was reviewed and what is due: the medical review of each published article, and the claims a person verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.citations.sections import ArticleSection
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.claims import Claim
from citewell.model.reviews import ClaimVerdict, ReviewRole, ReviewStage
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import NOT_SUPPORTED, find_current_verdicts
from citewell.team_report.figures import ArticleReview, Count, ReviewFigures

_STAGES: Final[Mapping[ReviewStage, str]] = {
    ReviewStage.VALID: "Valid",
    ReviewStage.OVERDUE: "Overdue, in the days of grace",
    ReviewStage.EXPIRED: "Overdue, no longer valid",
    ReviewStage.PARTIAL: "Some sections only",
    ReviewStage.LAPSED: "Changed since",
    ReviewStage.NONE: "None",
}


def make_article_review(context: ArticleContext) -> ArticleReview | None:
    """The medical review of a published article; ``None`` for anything else."""
    article, role = context.article, ReviewRole.MEDICAL
    if article.kind is not ArticleKind.ARTICLE or article.front.status is not PublicationStatus.PUBLISHED:
        return None
    state = find_review_state(context)
    names = dict.fromkeys(review.by for review in state.reviews(role))
    return ArticleReview(
        slug=article.slug,
        title=article.front.title.text,
        path=article.source.path,
        state=state.stage(role),
        due=state.due(role),
        reviewers=tuple(names),
        lapsed=tuple(_name_section(each.section) for each in state.lapsed(role)),
        unsigned=tuple(_name_section(each.section) for each in state.missing(role)),
    )


def sum_up_reviews(articles: Iterable[ArticleReview]) -> ReviewFigures:
    """How many articles have which review, and how many reviews are due in which month."""
    known = tuple(articles)
    states = Counter(each.state for each in known)
    months = Counter(f"{each.due:%Y-%m}" for each in known if each.due)
    due = tuple(Count(month, month, number) for month, number in sorted(months.items()))
    return ReviewFigures(tuple(Count(each, label, states[each]) for each, label in _STAGES.items()), due, known)


def find_verified_claims(context: ArticleContext) -> frozenset[str]:
    """The ids of the claims of which a person has said, of their present words, that the sources say so.

    Either in a verdict on the claim, or with a medical sign-off of its section; a verdict against a claim outweighs
    both.
    """
    signed = {claim.id for claim in list_signed_claims(context)}
    current = find_current_verdicts(context)
    verdicts = {claim: {each.verdict.verdict for each in own} for claim, own in current.items()}
    supported = {claim for claim, given in verdicts.items() if ClaimVerdict.YES in given}
    doubted = {claim for claim, given in verdicts.items() if given & NOT_SUPPORTED}
    return frozenset((signed | supported) - doubted)


def list_signed_claims(context: ArticleContext) -> Iterator[Claim]:
    """The claims in sections whose medical sign-off still covers them as they are."""
    for each in find_review_state(context).sections:
        sign_off = each.sign_offs.get(ReviewRole.MEDICAL)
        if sign_off and sign_off.holds:
            yield from each.section.claims


def find_claims_judged_by_programs(context: ArticleContext) -> frozenset[str]:
    """The ids of the claims on whose present words a program has recorded a verdict."""
    refused = {id(each.record) for each in find_review_state(context).refused}
    records = (record for record in context.reviews.programs if id(record) not in refused)
    digests = {verdict.digest for record in records for verdict in record.verdicts}
    versions = {digest.partition(":")[0]: digest for digest in digests}
    return frozenset(
        claim.id
        for claim in context.article.claims
        if any(redigest_claim(claim, context.bibliography, like) in digests for like in versions.values())
    )


def _name_section(section: ArticleSection) -> str:
    """What the team calls a section: its heading, or the id of its place where it has none."""
    return section.heading or section.anchor
