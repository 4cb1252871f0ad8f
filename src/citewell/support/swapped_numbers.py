"""Whether a statement gives the share of one thing for another: "fever in 72%" where that was pain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.lexicon.content_words import collect_meanings
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity
from citewell.support.tokens import Token

_DIVIDES: Final = frozenset(", ; : and but while whereas against versus compared".split())
_GENERAL: Final = frozenset({"people", "study", "group", "find", "percen", "cent", "presen"})


class Labelled(NamedTuple):
    """A share, and the meanings of the words in the same part of the sentence."""

    quantity: Quantity
    label: frozenset[str]


def find_swapped(
    stated: Sequence[Token],
    stated_quantities: Sequence[Quantity],
    pinned: Sequence[Token],
    pinned_quantities: Sequence[Quantity],
) -> tuple[Quantity, Quantity] | None:
    """A share of a statement and the share that its source gives for the same thing, if it is the share of another."""
    theirs = list(_label(pinned, pinned_quantities))
    for own in _label(stated, stated_quantities):
        same_value = [each for each in theirs if each.quantity.low == own.quantity.low]
        same_thing = [each for each in theirs if each.label & own.label and each.quantity.low != own.quantity.low]
        if not same_value or not same_thing or any(not each.label or each.label & own.label for each in same_value):
            continue
        return own.quantity, same_thing[0].quantity
    return None


def _label(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[Labelled]:
    """Each share that is alone in its part of the sentence."""
    shares = [each for each in quantities if each.dimension is Dimension.SHARE and not each.is_computed]
    begin = 0
    for place in range(len(tokens) + 1):
        if place < len(tokens) and tokens[place].word not in _DIVIDES:
            continue
        inside = [each for each in shares if begin <= each.begin < place]
        if len(inside) == 1:
            yield Labelled(inside[0], collect_meanings(token.word for token in tokens[begin:place]) - _GENERAL)
        begin = place + 1
