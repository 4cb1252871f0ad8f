"""A new record of a review: what a person approves of an article today, in the words and with the sources of today."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import digest_claim
from citewell.citations.find_reference import find_reference
from citewell.citations.sections import ArticleSection, digest_section
from citewell.model.evidence import NoticeKind
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.references import Reference
from citewell.model.reviews import (
    PersonVerdicts,
    RecordedVerdict,
    Review,
    ReviewedClaim,
    ReviewedReference,
    ReviewedSection,
    write_claim_lines,
)
from citewell.reviews.record_digest import seal_record


def make_review(
    context: ArticleContext,
    by: str,
    sections: Iterable[ArticleSection],
    note: str = "",
    verdicts: Iterable[RecordedVerdict] = (),
) -> Review:
    """The record with which a person, who has a role, approves sections of an article; ``by`` is their id.

    The day is that of the context, and the next review is due as ``review_months`` says.
    """
    role, chosen = context.people[by].reviews, list(sections)
    assert role is not None, "judge_reviewer asks for one"
    record = Review(
        by,
        role,
        context.today,
        add_months(context.today, context.settings.policies.review_months),
        digest="",
        note=note or None,
        sections={each.anchor: _record_section(context, each) for each in chosen},
        references={each.key: _record_reference(context, each) for each in list_references(context, chosen)},
        verdicts=tuple(verdicts),
    )
    return seal_record(context.article.slug, record)


def make_person_verdicts(
    context: ArticleContext, by: str, verdicts: Iterable[RecordedVerdict], note: str = ""
) -> PersonVerdicts:
    """The record of verdicts with which a person approves nothing."""
    record = PersonVerdicts(by, context.today, digest="", note=note or None, verdicts=tuple(verdicts))
    return seal_record(context.article.slug, record)


def list_references(context: ArticleContext, sections: Iterable[ArticleSection]) -> list[Reference]:
    """The references on which the claims of sections rest, in reading order."""
    items = (item for section in sections for claim in section.claims for item in claim.citations)
    found = (find_reference(item.key, context.bibliography) for item in items)
    return list({each.key: each for each in found if each}.values())


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _record_section(context: ArticleContext, section: ArticleSection) -> ReviewedSection:
    return ReviewedSection(
        section.anchor,
        digest_section(section, context.bibliography),
        write_claim_lines(_record_claims(context, section)),
        " ".join(section.heading.split()) or None,
    )


def _record_claims(context: ArticleContext, section: ArticleSection) -> Iterator[ReviewedClaim]:
    return (ReviewedClaim(digest_claim(claim, context.bibliography), claim.text) for claim in section.claims)


def _record_reference(context: ArticleContext, reference: Reference) -> ReviewedReference:
    locked = context.known.get(reference.key)
    retracted = any(notice.kind is NoticeKind.RETRACTION for notice in context.notices.get(reference.key, ()))
    return ReviewedReference(
        reference.key, compute_fingerprint(reference), locked.verdict if locked else None, retracted
    )
