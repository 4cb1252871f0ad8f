"""What is valid of the recorded reviews of an article today, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.citations.sections import ArticleSection, list_sections
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.policies import Unreviewed
from citewell.model.reviews import (
    Review,
    ReviewedSection,
    ReviewRole,
    ReviewStage,
    ReviewSummary,
    SpellingCorrection,
)
from citewell.reviews.changes import ClaimChange, compare_claims
from citewell.reviews.counted_records import RefusedRecord, find_counted_records, follow_corrections
from citewell.reviews.lost_support import LostSupport, find_lost_support
from citewell.reviews.verdicts import Judgement, find_doubts


@dataclass(frozen=True, slots=True)
class SignOff:
    """The review of one section: what has changed in it since, and which sources its claims have lost.

    ``doubts`` are the verdicts of people that its claims, as they are now, are not supported.
    """

    review: Review
    changes: tuple[ClaimChange, ...] = ()
    lost: tuple[LostSupport, ...] = ()
    doubts: tuple[Judgement, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it still covers the section as it is, however long ago it was."""
        return not (self.changes or self.lost or self.doubts)


@dataclass(frozen=True, slots=True)
class SectionReview:
    """A section with the sign-off that counts for it, by role; a role that never reviewed it has none."""

    section: ArticleSection
    sign_offs: Mapping[ReviewRole, SignOff]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """The reviews of an article on a day; ``grace`` is the time after the due day for which a review still counts.

    ``counted`` are the reviews that count, or did until the text changed, the newest first. ``refused`` are the records
    that count for nothing, ``spelling`` the declared corrections that count.
    """

    sections: tuple[SectionReview, ...]
    counted: tuple[Review, ...]
    refused: tuple[RefusedRecord, ...]
    spelling: tuple[SpellingCorrection, ...]
    today: date
    grace: timedelta

    def sign_offs(self, role: ReviewRole) -> list[SignOff]:
        """The sign-offs of a role, of each section that has one."""
        return [each.sign_offs[role] for each in self.sections if role in each.sign_offs]

    def reviews(self, role: ReviewRole) -> list[Review]:
        """The reviews that these sign-offs are of, the newest first."""
        found = {sign_off.review.digest: sign_off.review for sign_off in self.sign_offs(role)}
        return sorted(found.values(), key=lambda each: each.on, reverse=True)

    def earlier(self) -> list[Review]:
        """The reviews in whose place later ones came, the newest first."""
        current = {review.digest for role in ReviewRole for review in self.reviews(role)}
        return [each for each in self.counted if each.digest not in current]

    def lapsed(self, role: ReviewRole) -> list[SectionReview]:
        """The sections that a role had reviewed before they changed or were doubted."""
        return [each for each in self.sections if role in each.sign_offs and not each.sign_offs[role].holds]

    def missing(self, role: ReviewRole) -> list[SectionReview]:
        """The sections that a role never reviewed."""
        return [each for each in self.sections if role not in each.sign_offs]

    def due(self, role: ReviewRole) -> date | None:
        """The day on which the first review of a role is to be repeated; ``None`` without any."""
        return min((each.review.due for each in self.sign_offs(role)), default=None)

    def stage(self, role: ReviewRole) -> ReviewStage:
        """How far the article is reviewed by a role."""
        due = self.due(role)
        if due is None:
            return ReviewStage.NONE
        if lapsed := self.lapsed(role):
            only_doubted = not any(each.sign_offs[role].changes or each.sign_offs[role].lost for each in lapsed)
            return ReviewStage.DOUBTED if only_doubted else ReviewStage.LAPSED
        if self.missing(role):
            return ReviewStage.PARTIAL
        if self.today > due + self.grace:
            return ReviewStage.EXPIRED
        return ReviewStage.OVERDUE if self.today > due else ReviewStage.VALID


def find_review_state(context: ArticleContext) -> ReviewState:
    """The state of the reviews of an article, worked out once for its context."""
    return context.once(_find_state)


def summarise_reviews(context: ArticleContext) -> ReviewSummary:
    """The medical review of an article in a few words; of a page about the site there is none."""
    if context.article.kind is ArticleKind.PAGE:
        return ReviewSummary()
    state, role = find_review_state(context), ReviewRole.MEDICAL
    reviews = state.reviews(role)
    lay = (each.review.on for each in state.sign_offs(ReviewRole.LAY) if each.holds)
    return ReviewSummary(
        stage=state.stage(role),
        by=tuple(dict.fromkeys(each.by for each in reviews)),
        on=reviews[0].on if reviews else None,
        due=state.due(role),
        sections=len(state.sections),
        lapsed=len(state.lapsed(role)),
        missing=len(state.missing(role)),
        lay=max(lay, default=None),
    )


def is_withheld(context: ArticleContext) -> bool:
    """Whether a published article is held back because the site publishes nothing without a valid medical review."""
    policy, front = context.settings.policies.unreviewed, context.article.front
    return (
        policy is Unreviewed.WITHHOLD
        and context.article.kind is ArticleKind.ARTICLE
        and front.status is PublicationStatus.PUBLISHED
        and not summarise_reviews(context).is_valid
    )


def _find_state(context: ArticleContext) -> ReviewState:
    records = find_counted_records(context)
    newest = sorted(records.reviews, key=lambda each: each.on)[::-1]  # of two on one day, the one recorded last
    comparison = _Comparison(context, records.spelling)
    return ReviewState(
        tuple(comparison.take(newest)),
        tuple(newest),
        records.refused,
        records.spelling,
        context.today,
        timedelta(days=context.settings.policies.review_grace),
    )


class _Comparison:
    """Compares the sections of an article with what reviews say of them."""

    def __init__(self, context: ArticleContext, spelling: Iterable[SpellingCorrection]) -> None:
        self._context = context
        self._sections = list_sections(context.article)
        self._spelling = tuple(spelling)
        self._known: dict[tuple[str, str], list[str]] = {}

    def take(self, newest: Sequence[Review]) -> Iterator[SectionReview]:
        """Each section with the sign-off of each role: the newest that holds, else the newest."""
        for section in self._sections:
            best: dict[ReviewRole, SignOff] = {}
            for review in newest:
                if review.role in best and best[review.role].holds:
                    continue
                sign_off = self._compare(section, review)
                if sign_off and (review.role not in best or sign_off.holds):
                    best[review.role] = sign_off
            yield SectionReview(section, best)

    def _compare(self, section: ArticleSection, review: Review) -> SignOff | None:
        """What a review says of a section; ``None`` if it does not cover it."""
        reviewed = self._find_reviewed(section, review)
        if reviewed is None:
            return None
        then = follow_corrections((claim.digest for claim in reviewed.claims), self._spelling)
        changes = compare_claims(reviewed.claims, then, section.claims, self._digests(section, reviewed.digest))
        doubts = tuple(find_doubts(self._context, section.claims))
        return SignOff(review, changes, find_lost_support(self._context, section, review), doubts)

    def _find_reviewed(self, section: ArticleSection, review: Review) -> ReviewedSection | None:
        """The section as a review has it: by its id, or by its claims if its heading is another by now."""
        if found := review.sections.get(section.anchor):
            return found
        here = {each.anchor for each in self._sections}
        for anchor, reviewed in review.sections.items():
            if anchor in here:
                continue
            then = {claim.digest for claim in reviewed.claims}
            if len(then & set(self._digests(section, reviewed.digest))) * 2 >= len(then):
                return reviewed
        return None

    def _digests(self, section: ArticleSection, like: str) -> list[str]:
        key = (section.anchor, like.partition(":")[0])
        if key not in self._known:
            bibliography = self._context.bibliography
            self._known[key] = [redigest_claim(claim, bibliography, like) for claim in section.claims]
        return self._known[key]
