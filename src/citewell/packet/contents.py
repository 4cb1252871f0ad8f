"""What is in a packet: every row of an article's ledger with its sources, what was said of it before, and what changed.

Contents are plain values, made from the context of one article; no tree is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.citations.sections import ArticleSection, digest_section, list_sections
from citewell.claim_records import ClaimRecord, list_claims
from citewell.model.claims import Claim, Status
from citewell.model.evidence import Notice
from citewell.model.people import Person
from citewell.model.reviews import ClaimVerdict, PersonVerdicts, Review, ReviewedClaim
from citewell.packet.danger import Danger, classify_danger
from citewell.reviews.state import find_review_state

#: How alike two texts are at least (0 to 1) for one to be the other's earlier wording.
_ALIKE: Final = 0.5
#: Claims that were reviewed and are gone, beyond which each new text is not compared with all of them.
_MOST_COMPARED: Final = 200


@dataclass(frozen=True, slots=True)
class PacketRow:
    """One row of the ledger, to be answered if it ``asks``.

    ``number`` counts all rows from 1, as on the page. ``new`` says that it was not there at the last review;
    ``before`` is its text then, if the words or the sources changed since.
    """

    number: int
    record: ClaimRecord
    section: str
    danger: Danger
    notices: Mapping[str, tuple[Notice, ...]]
    new: bool = False
    before: str | None = None

    @property
    def asks(self) -> bool:
        """Whether it is a claim, which needs an answer before its section can be signed."""
        return asks_for_answer(self.record.claim)

    @property
    def is_disputed(self) -> bool:
        """Whether somebody, or a program, found its sources wanting as it is now."""
        return any(each.verdict is not ClaimVerdict.YES and not each.of_old_words for each in self.record.verdicts)


@dataclass(frozen=True, slots=True)
class LastReview:
    """The review with which the text is compared: who, when, and the texts that are gone since."""

    by: str
    on: date
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PacketContents:
    """A packet of one article.

    ``content_day`` is the day of its last change as readers see it, if it has one. ``sections`` are the headings by
    anchor, in reading order; that of the beginning is empty. ``digests`` are those of the sections. ``people``
    are those whom the article, its reviews and its sources name.
    """

    slug: str
    title: str
    path: str
    authors: tuple[str, ...]
    content_day: date | None
    made: date
    sections: Mapping[str, str]
    digests: Mapping[str, str]
    rows: tuple[PacketRow, ...]
    people: Mapping[str, Person]
    last_review: LastReview | None


def asks_for_answer(claim: Claim) -> bool:
    """Whether a reviewer has to say of a row whether its sources support it: headings and questions say nothing."""
    return claim.status is not Status.NOT_A_CLAIM


def make_packet(context: ArticleContext, reviewer: str | None = None) -> PacketContents:
    """The packet of an article, which is compared with the last review of ``reviewer``, or of anybody."""
    article = context.article
    sections = list_sections(article)
    homes = {claim.id: section.anchor for section in sections for claim in section.claims}
    review = find_last_review(context, reviewer)
    changes = _compare_with_review(context, sections, review) if review else _Changes({}, frozenset(), ())
    rows = (
        PacketRow(
            number,
            record,
            homes[record.claim.id],
            classify_danger(record.claim, english=context.settings.is_english),
            {key: context.notices[key] for key in _keys_of(record) if key in context.notices},
            record.claim.id in changes.new,
            changes.before.get(record.claim.id),
        )
        for number, record in enumerate(list_claims(context).rows, 1)
    )
    day = article.front.updated or article.front.published
    return PacketContents(
        slug=article.slug,
        title=article.front.title.text,
        path=article.source.path,
        authors=tuple(author.text for author in article.front.authors),
        content_day=day.day if day else None,
        made=context.today,
        sections={section.anchor: section.heading for section in sections},
        digests={section.anchor: digest_section(section, context.bibliography) for section in sections},
        rows=tuple(rows),
        people=context.people,
        last_review=LastReview(_name_person(review.by, context), review.on, changes.gone) if review else None,
    )


def find_last_review(context: ArticleContext, reviewer: str | None) -> Review | None:
    """The newest review of a person, or with ``None`` of anybody."""
    refused = [each.record for each in find_review_state(context).refused]
    own = [each for each in context.reviews.reviews if each not in refused and reviewer in (None, each.by)]
    return max(own, key=lambda review: review.on, default=None)


@dataclass(frozen=True, slots=True)
class _Changes:
    """What changed since a review: earlier texts by claim id, ids of claims that are new, texts that are gone."""

    before: Mapping[str, str]
    new: frozenset[str]
    gone: tuple[str, ...]


def _compare_with_review(context: ArticleContext, sections: Iterable[ArticleSection], review: Review) -> _Changes:
    """What changed since a review, whose author may have answered single claims besides."""
    records: tuple[Review | PersonVerdicts, ...] = (*context.reviews.reviews, *context.reviews.people)
    answered = {verdict.digest for each in records if each.by == review.by for verdict in each.verdicts}
    before: dict[str, str] = {}
    new: set[str] = set()
    gone: list[str] = []
    for section in sections:
        signed = review.sections.get(section.anchor)
        left = list(signed.claims) if signed else []
        for claim in _list_unknown(section, left, context):
            old = _find_earlier_wording(claim.text, left)
            if old:
                left.remove(old)
            if answered & _list_digests(claim, answered, context):
                continue
            if old:
                before[claim.id] = old.text
            elif signed or asks_for_answer(claim):
                new.add(claim.id)
        gone += (each.text for each in left)
    known = {section.anchor for section in sections}
    gone += (each.text for anchor, signed in review.sections.items() if anchor not in known for each in signed.claims)
    return _Changes(before, frozenset(new), tuple(gone))


def _list_unknown(section: ArticleSection, left: list[ReviewedClaim], context: ArticleContext) -> list[Claim]:
    """The claims of a section that were not signed as they are; those that were are taken out of ``left``."""
    unknown = []
    for claim in section.claims:
        digests = _list_digests(claim, (each.digest for each in left), context)
        same = next((each for each in left if each.digest in digests), None)
        if same:
            left.remove(same)
        else:
            unknown.append(claim)
    return unknown


def _list_digests(claim: Claim, like: Iterable[str], context: ArticleContext) -> set[str]:
    """The digests of a claim by each version of these digests."""
    versions = {digest.partition(":")[0]: digest for digest in like}
    return {redigest_claim(claim, context.bibliography, digest) for digest in versions.values()}


def _find_earlier_wording(text: str, left: list[ReviewedClaim]) -> ReviewedClaim | None:
    """Of the claims that are left of a review the one whose text is most like this one, if any is like it."""
    words = text.split()
    compared = (
        (SequenceMatcher(None, each.text.split(), words, autojunk=False), each) for each in left[:_MOST_COMPARED]
    )
    alike = ((matcher.ratio(), each) for matcher, each in compared if matcher.real_quick_ratio() >= _ALIKE)
    ratio, found = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return found if ratio >= _ALIKE else None


def _name_person(person: str, context: ArticleContext) -> str:
    return context.people[person].name if person in context.people else person


def _keys_of(record: ClaimRecord) -> Iterator[str]:
    return (source.reference.key for source in record.sources if source.reference)
