"""What was reviewed and what is due: the medical review of each finished article, and the claims a person verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.citations.sections import ArticleSection
from citewell.messages.days import month
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.claims import Claim
from citewell.model.reviews import ClaimVerdict, ReviewRole, ReviewStage
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import NOT_SUPPORTED, find_current_verdicts
from citewell.reviews.verifications import find_confirmations
from citewell.team_report.figures import ArticleReview, Count, ReviewerName, ReviewFigures, VerdictFigures

_STAGES: Final[Mapping[ReviewStage, str]] = {
    ReviewStage.VALID: "Valid",
    ReviewStage.OVERDUE: "Overdue, in the days of grace",
    ReviewStage.EXPIRED: "Overdue, no longer valid",
    ReviewStage.PARTIAL: "Some sections only",
    ReviewStage.LAPSED: "Changed since",
    ReviewStage.DOUBTED: "Doubted since",
    ReviewStage.NONE: "None",
}
_VERDICTS: Final[Mapping[ClaimVerdict, str]] = {
    ClaimVerdict.YES: "Yes",
    ClaimVerdict.PARTLY: "Partly",
    ClaimVerdict.NO: "No",
    ClaimVerdict.CANNOT_TELL: "Cannot tell",
    ClaimVerdict.WRONG: "The claim is wrong",
}


def make_article_review(context: ArticleContext) -> ArticleReview | None:
    """The medical review of an article that is published, or withheld until it has one; ``None`` for anything else."""
    article, role = context.article, ReviewRole.MEDICAL
    if article.kind is not ArticleKind.ARTICLE or article.front.status is not PublicationStatus.PUBLISHED:
        return None
    state = find_review_state(context)
    reviewers = dict.fromkeys(review.by for review in state.reviews(role))
    return ArticleReview(
        slug=article.slug,
        title=article.front.title.text,
        path=article.source.path,
        state=state.stage(role),
        due=state.due(role),
        reviewers=tuple(ReviewerName(each, context.people[each].name) for each in reviewers),
        lapsed=tuple(_name_section(each.section) for each in state.lapsed(role)),
        unsigned=tuple(_name_section(each.section) for each in state.missing(role)),
    )


def sum_up_reviews(articles: Iterable[ArticleReview]) -> ReviewFigures:
    """How many articles have which review, and how many reviews are due in which month."""
    known = tuple(articles)
    states = Counter(each.state for each in known)
    months = Counter(each.due.replace(day=1) for each in known if each.due)
    due = tuple(Count(f"{first:%Y-%m}", month(first), number) for first, number in sorted(months.items()))
    return ReviewFigures(tuple(Count(each, label, states[each]) for each, label in _STAGES.items()), due, known)


def find_verified_claims(context: ArticleContext) -> frozenset[str]:
    """The ids of the claims of which a person has said, of their present words, that the sources say so.

    Either in a verdict on the claim that counts (none of an author or a team), or with a medical sign-off of its
    section; a verdict against a claim outweighs both.
    """
    signed = {claim.id for claim in list_signed_claims(context)}
    current = find_current_verdicts(context)
    doubted = {claim for claim, own in current.items() if any(each.verdict.verdict in NOT_SUPPORTED for each in own)}
    return frozenset((signed | find_confirmations(context).keys()) - doubted)


def list_signed_claims(context: ArticleContext) -> Iterator[Claim]:
    """The claims in sections whose medical sign-off still covers them as they are."""
    for each in find_review_state(context).sections:
        sign_off = each.sign_offs.get(ReviewRole.MEDICAL)
        if sign_off and sign_off.holds:
            yield from each.section.claims


def find_verdicts_of_programs(context: ArticleContext) -> Mapping[str, ClaimVerdict]:
    """The last verdict of a program on each claim as it is now, by the id of the claim."""
    refused = {id(each.record) for each in find_review_state(context).refused}
    records = [record for record in context.reviews.programs if id(record) not in refused]
    given = {
        verdict.digest: verdict.verdict
        for record in sorted(records, key=lambda each: each.on)
        for verdict in record.verdicts
    }
    versions = {digest.partition(":")[0]: digest for digest in given}
    found: dict[str, ClaimVerdict] = {}
    for claim in context.article.claims if given else ():
        for like in versions.values():
            digest = redigest_claim(claim, context.bibliography, like)
            if digest in given:
                found[claim.id] = given[digest]
    return found


def count_verdicts(context: ArticleContext) -> Counter[tuple[bool, ClaimVerdict]]:
    """How often each verdict was recorded on claims of an article as they are now; true: by a person."""
    people = (each.verdict.verdict for own in find_current_verdicts(context).values() for each in own)
    counts = Counter((True, verdict) for verdict in people)
    counts.update((False, verdict) for verdict in find_verdicts_of_programs(context).values())
    return counts


def sum_up_verdicts(counts: Iterable[Counter[tuple[bool, ClaimVerdict]]]) -> tuple[VerdictFigures, ...]:
    """The verdicts on the claims of all articles."""
    whole: Counter[tuple[bool, ClaimVerdict]] = Counter()
    for each in counts:
        whole.update(each)
    return tuple(
        VerdictFigures(each, label, whole[True, each], whole[False, each]) for each, label in _VERDICTS.items()
    )


def _name_section(section: ArticleSection) -> str:
    """What the team calls a section: its heading, or the id of its place where it has none."""
    return section.heading or section.anchor
