"""Whether a statement is as sure as its source: "may", "likely", "most" and similar words must not be lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from citewell.lexicon.content_words import collect_meanings
from citewell.lexicon.hedges import (
    ALL,
    ALMOST,
    ALMOST_ALL,
    ASSOCIATIONS,
    CAUSES,
    COMPARED_HEDGES,
    COMPARING_HEDGES,
    DUTIES,
    FEW_TIMES,
    FOREMOST,
    MANNERS,
    NAMED_COMMON,
    NOT_AFTER_PHRASES,
    NOT_OFTEN,
    OFTEN,
    OPTIONS,
    PHRASES,
    PLAIN,
    QUANTIFIERS,
)
from citewell.lexicon.negations import SELDOM
from citewell.lexicon.units import UNITS
from citewell.support.tokens import Token, split_clauses, word_at

_NOT_ABLE: Final = frozenset("no not never nobody none nothing".split())
_SHOWS: Final = frozenset("rule rules exclude excludes mean means prove proves".split())
_NEAR: Final = 5  # words
_A_STEP: Final = 1.0  # on the scale of hedges; less is a matter of taste
_A_LONG_STEP: Final = 1.5


class Hedge(NamedTuple):
    """A word, how strong it is, and whether it is about how many rather than how sure."""

    word: str
    strength: float
    counts: bool


class Strength(NamedTuple):
    """The hedges of a text that weaken it most, of each kind one; ``None`` without any."""

    sure: Hedge | None
    many: Hedge | None
    universal: Hedge | None


def find_lost_hedge(stated: Sequence[Token], pinned: Sequence[Token], *, gives_number: bool) -> tuple[str, str] | None:
    """What a statement says, and the weaker words of its source; ``None`` if it is not stronger.

    ``gives_number`` says that the statement says of how many by a number.
    """
    theirs = _read_strength(_nearest_clause(pinned, stated))
    ours = _read_strength(stated)
    if theirs.many is not None and theirs.many.word in FOREMOST and any(token.word == "most" for token in stated):
        theirs = theirs._replace(many=None)  # "the most common" is "the leading"
    if theirs.sure is not None and _leaves_open(stated):
        theirs = theirs._replace(sure=None)  # "does not rule it out" is "may be"; a denial is judged by itself
    return (
        _compare(ours, theirs, gives_number=gives_number)
        or _compare_causes(stated, pinned)
        or _compare_duties(stated, pinned)
    )


def _leaves_open(tokens: Sequence[Token]) -> bool:
    """Whether a statement says that something shows nothing for certain: "does not rule it out"."""
    words = {token.word for token in tokens}
    return not words.isdisjoint(_SHOWS) and not words.isdisjoint(_NOT_ABLE)


def find_other_frequency(stated: Sequence[Token], pinned: Sequence[Token]) -> tuple[str, str] | None:
    """A word such as "common" of a statement and one such as "rare" of its source, or the other way round."""
    ours, theirs = ([each.word for each in _find_hedges(those)] for those in (stated, pinned))
    for one, other in ((SELDOM, OFTEN), (OFTEN, SELDOM)):
        if (
            one.isdisjoint(theirs)
            and not other.isdisjoint(theirs)
            and other.isdisjoint(ours)
            and not one.isdisjoint(ours)
        ):
            return next(each for each in ours if each in one), next(each for each in theirs if each in other)
    return None


def _nearest_clause(tokens: Sequence[Token], other: Sequence[Token]) -> Sequence[Token]:
    """The clause that has most in common with another text; all of the text where none has anything."""
    meanings = collect_meanings(token.word for token in other)
    clauses = split_clauses(tokens)
    shared = [len(collect_meanings(token.word for token in each) & meanings) for each in clauses]
    most = max(shared, default=0)
    return clauses[shared.index(most)] if most else tokens


def _read_strength(tokens: Sequence[Token]) -> Strength:
    hedges = list(_find_hedges(tokens))
    sure = [each for each in hedges if not each.counts and each.strength < PLAIN]
    many = [each for each in hedges if each.counts and each.strength < PLAIN]
    universal = [each for each in hedges if each.strength == ALL]
    return Strength(_find_weakest(sure), _find_weakest(many), universal[0] if universal else None)


def _find_weakest(hedges: Sequence[Hedge]) -> Hedge | None:
    return min(hedges, key=lambda each: each.strength, default=None)


def _find_hedges(tokens: Sequence[Token]) -> list[Hedge]:
    found = []
    for place, token in enumerate(tokens):
        phrase = next((each for each in PHRASES if _begins(tokens, place, each)), None)
        if phrase and word_at(tokens, place + len(phrase)) not in NOT_AFTER_PHRASES:
            found.append(Hedge(" ".join(phrase), PHRASES[phrase], counts=False))
            continue
        before = tokens[place - 1].word if place else ""
        after = tokens[place + 1].word if place + 1 < len(tokens) else ""
        word = token.word
        strength = MANNERS.get(word) or QUANTIFIERS.get(word)
        if strength is None or _means_something_else(token, before, after):
            continue
        if word in ("can", "could") and _denies_ability(tokens[max(0, place - _NEAR) : place]):
            continue
        if strength == ALL and before in ALMOST:
            strength = ALMOST_ALL
        if before == "not" and word == "regularly":
            continue  # "not regularly more than 14" is a limit
        if before == "not" and word in SELDOM:
            word = "common"
        if before == "not" and word in OFTEN:
            word, strength = f"not {word}", NOT_OFTEN
        found.append(Hedge(word, strength, counts=word in QUANTIFIERS))
    return found


def _denies_ability(before: Sequence[Token]) -> bool:
    """Whether "can" after these words is an ability that nothing has: "no test that can show it"."""
    words = [token.word for token in before]
    after_comma = words[len(words) - words[::-1].index(",") :] if "," in words else words
    return not _NOT_ABLE.isdisjoint(after_comma)


def _begins(tokens: Sequence[Token], place: int, phrase: tuple[str, ...]) -> bool:
    return all(
        place + number < len(tokens) and tokens[place + number].word == word for number, word in enumerate(phrase)
    )


def _means_something_else(token: Token, before: str, after: str) -> bool:
    """Whether a word is not a hedge here: the month of May, "the most common", "more likely", "not all"."""
    word = token.word
    is_denied = before == "not" and (QUANTIFIERS.get(word) == ALL or word == "always")
    if (
        is_denied
        or (word == "potential" and not after[:1].isalpha())
        or (word == "common" and after in NAMED_COMMON)
        or (word in COMPARED_HEDGES and before in COMPARING_HEDGES)
    ):
        return True
    match word:
        case "may":
            return token.text == "May" or after in ("resume", "restart", "return")
        case "appear" | "appears" | "seem" | "seems":
            return after not in ("to", "that", "likely")
        case "suspect" | "suspects" | "suspected":
            return after[:1].isdigit()
        case "possible":
            return before.endswith("est") or after == "to" or before == "as"
        case "most":
            return before == "the" or after in COMPARED_HEDGES or after == "recent"
        case "all" | "every":
            return before == "at" or after in (*UNITS, "be", "other", "in", "single") or after[:1].isdigit()
    return False


def _compare(ours: Strength, theirs: Strength, *, gives_number: bool) -> tuple[str, str] | None:
    """The hedge that was lost or made stronger."""
    weak = _find_weakest([each for each in (theirs.sure, theirs.many) if each])
    if ours.universal and not theirs.universal and weak and not (ours.sure or ours.many):
        return ours.universal.word, weak.word
    return (theirs.sure and _compare_one(ours.sure, theirs.sure, ours.many)) or (
        (theirs.many and not gives_number and _compare_one(ours.many, theirs.many, ours.sure)) or None
    )


def _compare_one(own: Hedge | None, their: Hedge, other: Hedge | None) -> tuple[str, str] | None:
    """The hedge of a statement against one of its source; ``other`` is its hedge of the other kind, which may do."""
    if own is not None and own.word in FEW_TIMES and their.strength - own.strength >= _A_LONG_STEP:
        return own.word, their.word
    kept = [each for each in (own, other) if each is not None]
    if any(each.strength - their.strength < _A_STEP for each in kept):
        return None
    if not kept:
        return ("", their.word) if PLAIN - their.strength >= _A_STEP else None
    return kept[0].word, their.word


def _compare_causes(stated: Sequence[Token], pinned: Sequence[Token]) -> tuple[str, str] | None:
    """A statement that one thing causes another, where the source says that they are associated."""
    theirs = [
        token.word
        for place, token in enumerate(pinned)
        if token.word in ASSOCIATIONS
        and word_at(pinned, place - 1) != "-"  # "procedure-related" says where something comes from
        and _NOT_ABLE.isdisjoint(each.word for each in pinned[max(0, place - 2) : place])
    ]
    ours = [token.word for token in stated if token.word in CAUSES]
    if not theirs or not ours or any(token.word in CAUSES for token in pinned):
        return None
    return None if any(token.word in ASSOCIATIONS for token in stated) else (ours[0], theirs[0])


def _compare_duties(stated: Sequence[Token], pinned: Sequence[Token]) -> tuple[str, str] | None:
    """A strong recommendation that became a weak one, or the other way round."""
    ours, theirs = ({token.word for token in tokens} for tokens in (stated, pinned))
    if (ours & DUTIES) and (theirs & OPTIONS) and not (ours & OPTIONS) and not (theirs & DUTIES):
        return min(ours & DUTIES), min(theirs & OPTIONS)
    if (ours & OPTIONS) and (theirs & DUTIES) and not (ours & DUTIES) and not (theirs & OPTIONS):
        return min(ours & OPTIONS), min(theirs & DUTIES)
    return None
