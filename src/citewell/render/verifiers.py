"""Who compared the statements of an article with their sources, in words, for the panel with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from citewell.article_context import ArticleContext
from citewell.model.reviews import ReviewRole
from citewell.reviews.verifications import Verification, find_verifications


@dataclass(frozen=True, slots=True)
class Verifiers:
    """Each verifier once, in words; ``places`` has the place of a claim's own in ``names``, by the claim's id.

    ``reviewed`` are the claims that a medical reviewer compared with their sources.
    """

    names: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    reviewed: frozenset[str] = frozenset()


NOBODY: Final = Verifiers()


def list_verifiers(context: ArticleContext) -> Verifiers:
    """Those of an article; a program is named as what it is."""
    verifications = find_verifications(context)
    names = {each: _describe(each, context) for each in verifications.values()}
    places = {each: place for place, each in enumerate(names)}
    return Verifiers(
        tuple(names.values()),
        {claim: places[each] for claim, each in verifications.items()},
        frozenset(claim for claim, each in verifications.items() if each.role is ReviewRole.MEDICAL),
    )


def _describe(verification: Verification, context: ArticleContext) -> str:
    words, by = context.words, verification.by
    day = words.day(verification.on)
    if verification.is_person:
        return words("evidence_view.person", name=context.people[by].name, day=day)
    return words("evidence_view.program", name=by, day=day)
