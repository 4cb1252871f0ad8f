"""Who has compared each claim with its sources: a person, for it alone or with its section, or only a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import matches_claim
from citewell.model.claims import Status
from citewell.model.reviews import ClaimVerdict, ReviewRole
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import NOT_SUPPORTED, Judgement, find_current_verdicts


class Verification(NamedTuple):
    """Who compared a claim with its sources and found that they say so, and on which day.

    ``by`` is the id of a person, or the name of a program with its version; ``role`` is that of the person, ``None``
    for a program and for a person who reviews nothing else.
    """

    by: str
    on: date
    is_person: bool
    role: ReviewRole | None = None


def find_verifications(context: ArticleContext) -> Mapping[str, Verification]:
    """Who verified each claim as it is now, by its id; a person's verdict goes before a program's."""
    return context.once(_find_verifications)


def is_confirmed(claim_id: str, context: ArticleContext) -> bool:
    """Whether a person gave the verdict ``yes`` for a claim as it is now, and nobody says otherwise.

    The sign-off of a section is no verdict on each of its claims; nor do authors confirm what they wrote.
    """
    return _find_confirmation(find_current_verdicts(context).get(claim_id, ()), context) is not None


def _find_verifications(context: ArticleContext) -> Mapping[str, Verification]:
    current = find_current_verdicts(context)
    disputed = {name for name, own in current.items() if any(each.verdict.verdict in NOT_SUPPORTED for each in own)}
    found = dict(_list_of_programs(context))
    found.update(_list_of_sections(context))
    for name, own in current.items():
        confirmation = _find_confirmation(own, context)
        if confirmation is not None:
            role = context.people[confirmation.by].reviews
            found[name] = Verification(confirmation.by, confirmation.on, is_person=True, role=role)
    return {name: each for name, each in found.items() if name not in disputed}


def _find_confirmation(judgements: tuple[Judgement, ...], context: ArticleContext) -> Judgement | None:
    """The newest ``yes`` of a person who did not write the article, and no team; ``None`` where somebody disagrees."""
    if any(each.verdict.verdict in NOT_SUPPORTED for each in judgements):
        return None
    nobody = {author.text for author in context.article.front.authors}
    nobody |= {name for name, known in context.people.items() if known.organisation}
    confirming = (each for each in judgements if each.verdict.verdict is ClaimVerdict.YES and each.by not in nobody)
    return max(confirming, key=lambda each: each.on, default=None)


def _list_of_sections(context: ArticleContext) -> Iterator[tuple[str, Verification]]:
    """The cited claims of each section whose medical review still covers it."""
    for each in find_review_state(context).sections:
        sign_off = each.sign_offs.get(ReviewRole.MEDICAL)
        if sign_off is not None and sign_off.holds:
            by = Verification(sign_off.review.by, sign_off.review.on, is_person=True, role=ReviewRole.MEDICAL)
            yield from ((claim.id, by) for claim in each.section.claims if claim.status is Status.CITED)


def _list_of_programs(context: ArticleContext) -> Iterator[tuple[str, Verification]]:
    """The claims for which a program's last verdict is ``yes``."""
    claims = {claim.id: claim for claim in context.article.claims}
    refused = {id(each.record) for each in find_review_state(context).refused}
    latest: dict[str, Verification | None] = {}
    for record in sorted(context.reviews.programs, key=lambda each: each.on):
        for verdict in record.verdicts if id(record) not in refused else ():
            claim = claims.get(verdict.claim)
            if claim is not None and matches_claim(claim, context.bibliography, verdict.digest):
                by = Verification(f"{record.program} {record.version}", record.on, is_person=False)
                latest[claim.id] = by if verdict.verdict is ClaimVerdict.YES else None
    return ((name, by) for name, by in latest.items() if by is not None)
