"""Whether a share is of the same whole: half of those with diabetes is not half of those with heart failure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from citewell.lexicon.content_words import collect_meanings
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity
from citewell.support.quantity_agreement import fits
from citewell.support.tokens import Token, words_at

_GENERAL: Final = frozenset({"people", "study", "group", "cas"})
_ENDS_WHOLE: Final = frozenset(
    """, ; . : ( ) is are was were will would can may might get gets got had has have come comes came lose loses died
    die need needs go goes suffer suffers be been developed develop occurred occur showed show reported report who whose
    that which do does did felt feel in at after within""".split()
)
_LIFETIME: Final = frozenset("lifetime lifelong life".split())
_YEARLY: Final = frozenset(
    {("a", "year"), ("each", "year"), ("every", "year"), ("one", "year"), ("per", "year"), ("any", "year")}
)
_LONGEST: Final = 8  # words that name a whole


class _Split(NamedTuple):
    """The meanings of the whole of which a share is, and of all else in the text."""

    whole: frozenset[str]
    rest: frozenset[str]
    is_people: bool
    is_named: bool  # by "of" or "if"
    written: str


def find_other_whole(
    stated: Sequence[Token], ours: Sequence[Quantity], pinned: Sequence[Token], theirs: Sequence[Quantity]
) -> tuple[str, str] | None:
    """The wholes of one share, where what is the whole in one text is the part in the other."""
    for share in ours:
        for other in theirs:
            if share.dimension is not Dimension.SHARE or not fits(share, other):
                continue
            if _is_yearly(stated) and not _is_yearly(pinned) and _is_of_life(pinned) and not _is_of_life(stated):
                return "a year", "lifetime"
            one, two = _split_at_share(stated, share), _split_at_share(pinned, other)
            if one is not None and two is not None and two.is_named and _are_swapped(one, two):
                return one.written, two.written
    return None


def _are_swapped(one: _Split, other: _Split) -> bool:
    """Whether the whole of each text is only a part in the other one; events of people are a part of their people."""
    if one.whole & other.whole or not other.whole & one.rest:
        return False
    return bool(one.whole & other.rest) or (
        one.is_people and not other.is_people and "first" not in other.written.lower()
    )


def _split_at_share(tokens: Sequence[Token], share: Quantity) -> _Split | None:
    """The whole that a share names after it, or that an "if" before it names; ``None`` without either."""
    if words_at(tokens, 0, 1) == ("if",):
        whole = list(takewhile(lambda token: token.word != ",", tokens[1 : share.begin]))
        rest = tokens[1 + len(whole) :]
        is_people = is_named = True
    else:
        is_named = words_at(tokens, share.end, 1) == ("of",)
        begin = share.end + is_named
        whole = _read_whole(tokens, begin)
        rest = [*tokens[: share.begin], *tokens[begin + len(whole) :]]
        is_people = "people" in collect_meanings(token.word for token in whole)
    meanings = collect_meanings(token.word for token in whole)
    if not meanings:
        return None
    written = " ".join(token.text for token in whole)
    others = collect_meanings(token.word for token in rest) - _GENERAL
    return _Split(meanings - _GENERAL, others, is_people, is_named, written)


def _read_whole(tokens: Sequence[Token], begin: int) -> list[Token]:
    return list(takewhile(lambda token: token.word not in _ENDS_WHOLE, tokens[begin : begin + _LONGEST]))


def _is_yearly(tokens: Sequence[Token]) -> bool:
    return any(words_at(tokens, place, 2) in _YEARLY for place in range(len(tokens)))


def _is_of_life(tokens: Sequence[Token]) -> bool:
    return any(token.word in _LIFETIME for token in tokens)
