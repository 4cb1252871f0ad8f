"""Compare a statement with the words that are pinned to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from citewell.lexicon.content_words import collect_meanings, is_people
from citewell.lexicon.contraries import OF_PEOPLE, Question
from citewell.lexicon.number_words import LIMITS
from citewell.lexicon.populations import Trait
from citewell.lexicon.units import Dimension
from citewell.support.contrary_agreement import Contrary, are_of_others, find_contraries, give_same_answer
from citewell.support.denied_effects import find_denied_effect
from citewell.support.design_agreement import find_other_design
from citewell.support.direction_agreement import find_opposite
from citewell.support.hedge_agreement import find_lost_hedge, find_other_frequency
from citewell.support.negation_agreement import Contradiction, find_contradiction, read_clauses
from citewell.support.opposite_outcomes import are_opposite, is_share_of_opposite
from citewell.support.population_agreement import People, compare_people, find_people
from citewell.support.quantities import find_quantities
from citewell.support.quantity import Quantity
from citewell.support.quantity_agreement import Difference, compare_quantities, fits, is_rest_given
from citewell.support.share_wholes import find_other_whole
from citewell.support.share_words import find_other_share
from citewell.support.swapped_numbers import find_swapped
from citewell.support.tokens import Token, normalise_marks, tokenise, word_at


class Kind(StrEnum):
    """What a statement and its source disagree on."""

    NUMBER = "number"
    DENOMINATOR = "denominator"
    POPULATION = "population"
    NEGATION = "negation"
    HEDGE = "hedge"
    DIRECTION = "direction"
    TIME = "time"
    DESIGN = "design"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference: what the statement says, and what the pinned words say; "" where one of them says nothing.

    ``is_plain`` says that two numbers of one kind and unit contradict each other for certain. ``source`` is the place
    of the words among all that are pinned to the statement.
    """

    kind: Kind
    stated: str
    pinned: str
    is_plain: bool = False
    source: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its tokens and its quantities."""

    written: str
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]


_MOST_TOKENS: Final = 200


@lru_cache(maxsize=256)
def analyse_text(text: str) -> Analysis:
    """Take a text apart; what is far longer than a sentence is cut, so that comparing two takes bounded time."""
    plain = normalise_marks(text)
    tokens = tokenise(plain)[:_MOST_TOKENS]
    return Analysis(plain, tokens, find_quantities(tokens))


_RELATED: Final = 0.3  # of the words of the shorter text
_CLOSELY_RELATED: Final = 0.6
_GENERAL: Final = frozenset({"people", "study", "group"})
_TIMES: Final = frozenset({Dimension.DURATION, Dimension.AGE, Dimension.RATE})


@lru_cache(maxsize=1_024)
def find_disagreements(claim: str, pinned: tuple[str, ...], context: str = "") -> tuple[Disagreement, ...]:
    """Where a statement says something else than all the words that are pinned to it.

    ``context`` are words around the statement that may say whom it is about. A number in any of the pinned words
    supports it; what is not about numbers is a difference only if none of the pinned words agrees. What cannot be
    judged is left out.
    """
    stated = analyse_text(claim)
    sources = [analyse_text(words) for words in pinned]
    around = analyse_text(context)
    found = list(_compare_numbers(stated, sources))
    of_each = [
        [replace(each, source=place) for each in _compare_words(stated, source, around)]
        for place, source in enumerate(sources)
        if _are_related(stated, source) or len(sources) == 1
    ]
    for kind in (Kind.DENOMINATOR, Kind.NEGATION, Kind.DIRECTION, Kind.HEDGE, Kind.POPULATION, Kind.DESIGN):
        own = [[each for each in those if each.kind is kind] for those in of_each]
        if own and all(own):
            found += own[0]
    return tuple(dict.fromkeys(found))


def _compare_numbers(stated: Analysis, sources: Sequence[Analysis]) -> Iterator[Disagreement]:
    pinned = [each for source in sources for each in source.quantities]
    denies = any(_count_denials(stated, source) for source in sources)
    for difference in compare_quantities(stated.quantities, pinned, denies=denies):
        own = difference.stated
        if difference.bound_only and _sets_limit(own, stated.tokens):
            continue
        if any(is_share_of_opposite(own, stated.tokens, each.quantities, each.tokens) for each in sources):
            continue
        place = next((each for each, source in enumerate(sources) if difference.pinned in source.quantities), 0)
        is_plain = _is_plain(difference, stated, pinned)
        yield replace(_word_difference(difference), source=place, is_plain=is_plain)
    yield from _find_opposite_shares(stated, sources)
    swapped = [find_swapped(stated.tokens, stated.quantities, each.tokens, each.quantities) for each in sources]
    if all(swapped) and swapped[0]:
        yield Disagreement(Kind.NUMBER, _show(swapped[0][0]), _show(swapped[0][1]))


def _find_opposite_shares(stated: Analysis, sources: Sequence[Analysis]) -> Iterator[Disagreement]:
    """Shares that the only source gives of the opposite: "misses 90%" for "finds 90%"."""
    for share in stated.quantities if len(sources) == 1 else ():
        other = next((each for each in sources[0].quantities if fits(share, each)), None)
        if share.dimension is Dimension.SHARE and other and are_opposite(stated.tokens, sources[0].tokens):
            yield Disagreement(Kind.NEGATION, _show(share), _show(other))


def _sets_limit(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a bound is said otherwise: "the limit is 14 units", or before brackets, "no more than a spoon (6 g)"."""
    return word_at(tokens, quantity.begin - 1) == "(" or not LIMITS.isdisjoint(token.word for token in tokens)


def _is_plain(difference: Difference, stated: Analysis, pinned: Sequence[Quantity]) -> bool:
    """Whether only one reading is possible: the same is counted, or each side has one number of this kind."""
    one, other = difference.stated, difference.pinned
    if difference.bound_only:
        return False
    if one.dimension is Dimension.COUNT:
        return bool((one.counted & other.counted) - _GENERAL)
    alone = [sum(each.dimension is one.dimension for each in those) == 1 for those in (stated.quantities, pinned)]
    return all(alone)


def _count_denials(stated: Analysis, source: Analysis) -> bool:
    """Whether one of two texts denies something and the other does not."""
    ours, theirs = (
        sum(len(clause.denials) for clause in read_clauses(one.tokens, other.tokens))
        for one, other in ((stated, source), (source, stated))
    )
    return bool(ours) != bool(theirs)


def _word_difference(difference: Difference) -> Disagreement:
    stated, pinned = difference.stated, difference.pinned
    says, words = _show(stated), _show(pinned)
    if difference.bound_only:
        return Disagreement(Kind.BOUND, says, words)
    if stated.dimension is Dimension.YEAR:
        return Disagreement(Kind.DESIGN, says, words)
    if stated.dimension in _TIMES:
        return Disagreement(Kind.TIME, says, words)
    if stated.is_computed or (stated.is_total and (is_people(stated.counted) or not stated.counted)):
        return Disagreement(Kind.DENOMINATOR, says, words)
    return Disagreement(Kind.NUMBER, says, words)


def _show(quantity: Quantity) -> str:
    bound = "" if quantity.bound.value == "exactly" else f"{quantity.bound.value} "
    return f"{bound}{quantity.written}"


def _compare_words(stated: Analysis, source: Analysis, context: Analysis) -> Iterator[Disagreement]:
    ours, theirs = stated.tokens, source.tokens
    design = find_other_design(ours, theirs)
    if design is not None:
        yield Disagreement(Kind.DESIGN, *design)
    yield from _compare_wholes(stated, source)
    contraries = _find_contraries(stated, source)
    are_related = _are_related(stated, source)
    denied = _find_denied(stated, source) if are_related and not are_of_others(contraries) else None
    if denied is not None:
        yield Disagreement(Kind.HEDGE if denied.is_weak else Kind.NEGATION, denied.stated, denied.pinned)
    elif contraries:
        yield from _show_contraries(contraries)
    if not are_related or contraries:
        return
    effect = find_denied_effect(ours, theirs) if denied is None and not give_same_answer(ours, theirs) else None
    if effect is not None:
        yield Disagreement(Kind.NEGATION, *effect)
    opposite = find_opposite(ours, theirs, stated.quantities, source.quantities)
    if opposite is not None and denied is None:
        yield Disagreement(Kind.DIRECTION, *opposite)
    gives_number = any(each.dimension in (Dimension.SHARE, Dimension.COUNT) for each in stated.quantities)
    lost = find_lost_hedge(ours, theirs, gives_number=gives_number)
    if lost is not None and denied is None:
        yield Disagreement(Kind.HEDGE, *lost)
    seldom = find_other_frequency(ours, theirs) if not _has_denials(stated, source) else None
    if seldom is not None and denied is None and lost is None:
        yield Disagreement(Kind.HEDGE, *seldom)
    share = find_other_share(ours, stated.quantities, theirs, source.quantities)
    if share is not None and denied is None:
        yield Disagreement(Kind.HEDGE, *share)
    yield from _compare_populations(stated, source, context, closely=_are_related(stated, source, closely=True))


def _compare_wholes(stated: Analysis, source: Analysis) -> Iterator[Disagreement]:
    whole = find_other_whole(stated.tokens, stated.quantities, source.tokens, source.quantities)
    if whole is not None:
        yield Disagreement(Kind.DENOMINATOR, *whole)


def _show_contraries(contraries: Sequence[Contrary]) -> Iterator[Disagreement]:
    if contraries and not are_of_others(contraries):
        question = contraries[0].question
        kind = Kind.POPULATION if question in OF_PEOPLE else Kind.NEGATION
        if question is Question.FREQUENT:
            kind = Kind.HEDGE
        yield Disagreement(kind, contraries[0].stated, contraries[0].pinned)


def _find_denied(stated: Analysis, source: Analysis) -> Contradiction | None:
    """What one text denies and the other does not, unless both say the same by a number or by an answer."""
    denied = find_contradiction(stated.tokens, source.tokens)
    if is_rest_given(stated.quantities, source.quantities) or give_same_answer(stated.tokens, source.tokens):
        return None
    return denied


def _find_contraries(stated: Analysis, source: Analysis) -> list[Contrary]:
    """The questions that one text answers with yes and the other with no, if both are about the same."""
    ours, theirs = (collect_meanings(token.word for token in each.tokens) for each in (stated, source))
    if not ours & theirs:
        return []
    gives_share = any(each.dimension is Dimension.SHARE for each in (*stated.quantities, *source.quantities))
    return find_contraries(stated.tokens, source.tokens, gives_share=gives_share)


def _has_denials(stated: Analysis, source: Analysis) -> bool:
    """Whether a statement denies something by other words than "seldom"."""
    return any(not each.is_weak for clause in read_clauses(stated.tokens, source.tokens) for each in clause.denials)


def _are_related(stated: Analysis, source: Analysis, *, closely: bool = False) -> bool:
    """Whether two texts have so much in common that one can say how the other should read."""
    ours, theirs = (collect_meanings(token.word for token in each.tokens) - _GENERAL for each in (stated, source))
    shared = len(ours & theirs)
    least = min(len(ours), len(theirs))
    if shared >= (_CLOSELY_RELATED if closely and shared == 1 else _RELATED) * least:
        return True
    return any(fits(one, other) for one in stated.quantities for other in source.quantities)


def _compare_populations(
    stated: Analysis, source: Analysis, context: Analysis, *, closely: bool
) -> Iterator[Disagreement]:
    gives_share = any(each.dimension is Dimension.SHARE for each in stated.quantities)
    around = find_people(context.tokens, context.quantities) if context.tokens else People()
    people = find_people(stated.tokens, stated.quantities)
    pinned = find_people(source.tokens, source.quantities)
    for other in compare_people(people, pinned, around, gives_share=gives_share):
        if closely or other.stated or other.trait is Trait.SPECIES:
            yield Disagreement(Kind.POPULATION, other.stated, other.pinned)
