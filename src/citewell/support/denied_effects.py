"""A statement that something works, where its source found no effect."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from citewell.lexicon.directions import DIRECTIONS
from citewell.lexicon.negations import DENIALS, SELDOM
from citewell.support.tokens import Token, split_clauses, word_at

_EFFECTS: Final = frozenset(
    """affect affects affected effect effects benefit benefits impact influence influenced improvement improve improved
    reduction reduce reduced advantage change""".split()
)
_DIFFERENCES: Final = frozenset("difference differences differ differed".split())
_DENIES: Final = frozenset("no not without".split()) | {word for word in DENIALS if word.endswith("n't")}
_NEAR: Final = 4  # words between a denial and the effect that it denies: "no statistically significant effect"
_WORKS: Final = frozenset("works worked helps helped shortens shortened relieves relieved eases eased".split())
_COMPARES: Final = frozenset(
    "better worse faster slower quicker sooner more less fewer higher lower longer shorter".split()
)
#: Words of a statement with which it may say the same as a source that found nothing.
_SAYS_SAME: Final = frozenset(
    """same similar similarly equal equally as either whether if compared compare hoped thought tested may might could
    both clear enough only""".split()
)


def find_denied_effect(stated: Sequence[Token], pinned: Sequence[Token]) -> tuple[str, str] | None:
    """The words of a statement that claim an effect, and those with which its only source denies one."""
    ours = {token.word for token in stated}
    if not ours.isdisjoint(DENIALS | SELDOM | _SAYS_SAME):
        return None
    clauses = split_clauses(pinned)
    denied = [found for clause in clauses if (found := _find_denial(clause))]
    if len(denied) != 1 or len(clauses) != 1:
        return None
    claimed = _find_comparison(stated) if denied[0].split()[-1] in _DIFFERENCES else _find_effect(stated, pinned)
    return (claimed, denied[0]) if claimed else None


def _find_denial(clause: Sequence[Token]) -> str:
    """The words that deny an effect or a difference; "" without any."""
    for place, token in enumerate(clause):
        if token.word not in _DENIES:
            continue
        for each in clause[place + 1 : place + 1 + _NEAR]:
            if each.word in _EFFECTS or each.word in _DIFFERENCES:
                return f"{token.word} {each.word}"
    return ""


def _find_comparison(stated: Sequence[Token]) -> str:
    """A comparison: "better than"; "" without one."""
    for one, two in pairwise(stated):
        if two.word == "than" and one.word in _COMPARES:
            return f"{one.word} than"
    return ""


def _find_effect(stated: Sequence[Token], pinned: Sequence[Token]) -> str:
    """A verb that says that something works, which the source does not have; "" without one."""
    theirs = {token.word for token in pinned}
    for place, token in enumerate(stated):
        is_verb = token.word in _WORKS or (token.word in DIRECTIONS and token.word.endswith(("s", "ed")))
        if is_verb and token.word not in theirs and word_at(stated, place - 1) not in ("is", "are", "was", "were"):
            return token.word
    return ""
