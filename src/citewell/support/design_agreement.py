"""Whether a statement names the kind of study that its source names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citewell.lexicon.study_designs import ALIKE, DESIGN_PHRASES, DESIGNS
from citewell.support.tokens import Token

#: What a review may be of.
_REVIEWED = frozenset({"trial", "cohort study", "case-control study", "observational study", "guideline", "survey"})


def find_other_design(stated: Sequence[Token], pinned: Sequence[Token]) -> tuple[str, str] | None:
    """The kind of study that a statement names, and the other one that its source names."""
    ours, theirs = set(_find_designs(stated)), set(_find_designs(pinned))
    own, other = sorted(ours - theirs), sorted(theirs - ours)
    own = [each for each in own if each != "review" or not _REVIEWED & theirs]
    if not own or not other or any(frozenset({one, two}) in ALIKE for one in own for two in theirs):
        return None
    return own[0], other[0]


def _find_designs(tokens: Sequence[Token]) -> Iterator[str]:
    words = [token.word for token in tokens]
    for place, word in enumerate(words):
        phrase = next(
            (DESIGN_PHRASES[key] for key in DESIGN_PHRASES if tuple(words[place : place + len(key)]) == key), ""
        )
        if phrase:
            yield phrase
        elif word in DESIGNS:
            yield DESIGNS[word]
