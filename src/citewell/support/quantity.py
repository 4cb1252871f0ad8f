"""What a quantity is: from where to where, in the unit of its dimension, how exactly, and of what."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.lexicon.number_words import Bound
from citewell.lexicon.units import Dimension


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: values from ``low`` to ``high`` in the unit of its dimension.

    ``begin`` and ``end`` are the places of its tokens, ``written`` its words. ``step`` is the last place that is
    written, in the same unit. ``is_loose`` says that it is a share in words that are rounded anyway ("a third").
    ``counted`` are the meanings of the words for what is counted, ``is_total`` that it is the number of all of them.
    ``events`` is the count that a share is the share of, ``is_computed`` that the text gives the share only by counts.
    """

    dimension: Dimension
    low: float
    high: float
    begin: int
    end: int
    step: float = 1
    bound: Bound = Bound.EXACT
    written: str = ""
    is_loose: bool = False
    counted: frozenset[str] = frozenset()
    is_total: bool = False
    events: float | None = None
    is_computed: bool = False
