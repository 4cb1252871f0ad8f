"""Shares of opposite outcomes: what 87% of the tests find, one in eight misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from citewell.lexicon.content_words import collect_meanings, find_meanings
from citewell.lexicon.negations import DENIALS
from citewell.lexicon.number_words import Bound
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity
from citewell.support.quantity_agreement import fits
from citewell.support.tokens import Token

_GENERAL: Final = frozenset({"people", "study", "group", "cas"})
_MISSES: Final = frozenset("miss misses missed missing overlooks overlooked overlook undetected undiagnosed".split())
_DETECTS: Final = frozenset(
    "sensitivity sensitive detects detected detect finds found find identified identifies picks picked spots".split()
)
_FLIPPED: Final = {
    Bound.OVER: Bound.UNDER,
    Bound.UNDER: Bound.OVER,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.ALMOST: Bound.JUST_OVER,
    Bound.JUST_OVER: Bound.ALMOST,
}
_STAYS: Final = frozenset("still remain remains remained persist persists persisted left continue continues".split())
_CLEARS: Final = frozenset(
    "clear clears cleared resolve resolves resolved resolution remission recover recovered recovers heal healed".split()
)
_OPPOSITE: Final = ((_MISSES, _DETECTS), (_DETECTS, _MISSES), (_STAYS, _CLEARS), (_CLEARS, _STAYS))


def is_share_of_opposite(
    stated: Quantity, tokens: Sequence[Token], pinned: Sequence[Quantity], others: Sequence[Token]
) -> bool:
    """Whether a share is the rest of a pinned one, and each is the share of something the other text does not name.

    "Nine out of ten lumps are harmless" agrees with "10% were malignant"; "nine out of ten are malignant" does not.
    """
    if stated.dimension is not Dimension.SHARE:
        return False
    is_opposite, is_alike = are_opposite(tokens, others), _are_alike(tokens, others)
    ours, theirs = (collect_meanings(token.word for token in those) for those in (tokens, others))
    for other in pinned:
        if other.dimension is Dimension.SHARE and fits(stated, _take_rest(other)):
            one, two = _find_outcome(stated, tokens), _find_outcome(other, others)
            if is_opposite or (not is_alike and one and two and not one & theirs and not two & ours):
                return True
    return False


def are_opposite(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether one text only speaks of what was missed or stayed, and the other only of what was found or cleared."""
    words, theirs = ({token.word for token in those} for those in (tokens, others))
    return any(
        one & words and two & theirs and not one & theirs and not two & words and DENIALS.isdisjoint(words ^ theirs)
        for one, two in _OPPOSITE
    )


def _are_alike(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether both texts speak of what was found, or both of what was missed, and so on."""
    words, theirs = ({token.word for token in those} for those in (tokens, others))
    return any(each & words and each & theirs for each, _ in _OPPOSITE)


def _take_rest(share: Quantity) -> Quantity:
    """The rest of a whole of which a share is given."""
    return replace(share, low=1 - share.high, high=1 - share.low, bound=_FLIPPED.get(share.bound, share.bound))


def _find_outcome(share: Quantity, tokens: Sequence[Token]) -> frozenset[str]:
    """The meanings of the first word after a share that says what it is a share of; else of the nearest before it."""
    around = (*tokens[share.end :], *reversed(tokens[: share.begin]))
    return next((found for token in around if (found := find_meanings(token.word) - _GENERAL)), frozenset())
