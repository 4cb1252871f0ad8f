"""Who has compared each claim with its sources: a person, for it alone or with its section, or only a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.model.claims import Status
from citewell.model.reviews import ClaimVerdict, ReviewRole
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import NOT_SUPPORTED, ClaimIndex, Judgement, find_current_verdicts


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


def find_confirmations(context: ArticleContext) -> Mapping[str, Verification]:
    """Who gave the verdict ``yes`` for each claim as it is now, by its id, where nobody says otherwise.

    A verdict holds for every claim with the same words and sources. Those of teams do not count, nor those of authors
    on what they wrote. To approve a section is not to give a verdict on each of its claims.
    """
    return context.once(_find_confirmations)


def is_confirmed(claim_id: str, context: ArticleContext) -> bool:
    """Whether a claim is among ``find_confirmations``."""
    return claim_id in find_confirmations(context)


def _find_verifications(context: ArticleContext) -> Mapping[str, Verification]:
    found = dict(_list_of_programs(context))
    found.update(_list_of_sections(context))
    for name, judgements in find_current_verdicts(context).items():
        if _is_disputed(judgements):
            found.pop(name, None)
    return {**found, **find_confirmations(context)}


def _find_confirmations(context: ArticleContext) -> Mapping[str, Verification]:
    found: dict[str, Verification] = {}
    for name, judgements in find_current_verdicts(context).items():
        confirmation = _find_confirmation(judgements, context)
        if confirmation is not None:
            role = context.people[confirmation.by].reviews
            found[name] = Verification(confirmation.by, confirmation.on, is_person=True, role=role)
    return found


def _is_disputed(judgements: Sequence[Judgement]) -> bool:
    return any(each.verdict.verdict in NOT_SUPPORTED for each in judgements)


def _find_confirmation(judgements: Sequence[Judgement], context: ArticleContext) -> Judgement | None:
    """The newest ``yes`` of a person who did not write the article, and no team; ``None`` where somebody disagrees."""
    if _is_disputed(judgements):
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
    index = ClaimIndex(context)  # by digest: an article that was renamed has claims with other ids
    refused = {id(each.record) for each in find_review_state(context).refused}
    latest: dict[str, Verification | None] = {}
    for record in sorted(context.reviews.programs, key=lambda each: each.on):
        for verdict in record.verdicts if id(record) not in refused else ():
            claim = index.find(verdict.claim, verdict.digest)
            if claim is not None:
                by = Verification(f"{record.program} {record.version}", record.on, is_person=False)
                latest[claim.id] = by if verdict.verdict is ClaimVerdict.YES else None
    return ((name, by) for name, by in latest.items() if by is not None)
