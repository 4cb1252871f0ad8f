"""Sums inside a sentence: two parts that make up a whole, and a part that is larger than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.content_words import find_meanings, is_people
from citewell.lexicon.number_words import CARDINALS, DOZENS, SCALES, Bound
from citewell.lexicon.populations import HALVES
from citewell.lexicon.units import Dimension
from citewell.support.quantities import find_quantities
from citewell.support.quantity import Quantity
from citewell.support.quantity_agreement import fits
from citewell.support.tokens import Token, normalise_marks, tokenise

_MOST_TOKENS: Final = 400  # no sentence is longer
_LEFT_OUT: Final = frozenset(
    """other others rest remaining unknown unrecorded recorded missing unclear more further least nearly almost over
    matched both between excluded lost dropped withdrew joined""".split()
)  # words that show that the parts are not all there is
_BETWEEN: Final = frozenset({"and", ",", "(", "plus", "&"})
_FARTHEST: Final = 4  # tokens between two parts, besides their names
_FARTHEST_FORM: Final = 8  # tokens between two forms of a share
_SAME_AGAIN: Final = (("(",), ("which", "is"), (",", "or"), ("that", "is"), ("equal", "to"))
#: Without a number of this kind there is no sum that could be wrong, and in most sentences there is none.
_NUMBER: Final = compile_lazily(rf"[\d¼-¾⅐-⅞]|\b(?:{'|'.join([*CARDINALS, *SCALES, *DOZENS])})", re.IGNORECASE)
_WHOLE: Final = 1.005  # shares may be rounded


class WrongSum(NamedTuple):
    """Numbers that do not add up: what they add up to, and what the sentence says."""

    parts: str
    computed: str
    stated: str


def find_wrong_sums(text: str) -> Iterator[WrongSum]:
    """Each sum in a sentence that is wrong; where parts may be missing, nothing is said."""
    if not _NUMBER.search(text):
        return
    tokens = tokenise(normalise_marks(text))[:_MOST_TOKENS]
    quantities = find_quantities(tokens)
    yield from _find_other_shares(tokens, quantities)
    if any(token.word in _LEFT_OUT for token in tokens):
        return
    yield from _find_wrong_totals(tokens, quantities)
    yield from _find_too_large_parts(tokens, quantities)


def _find_other_shares(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[WrongSum]:
    """Such as "A quarter (40%)" and "10% of people, which is 1 in 20": one share in two forms."""
    shares = [each for each in quantities if each.dimension is Dimension.SHARE and not each.is_computed]
    for one, other in pairwise(shares):
        words = tuple(token.word for token in tokens[one.end : other.begin])
        if not any(words[-len(each) :] == each for each in _SAME_AGAIN) or len(words) > _FARTHEST_FORM:
            continue
        is_percentage = [each.written.endswith(("%", "cent", "percent")) for each in (one, other)]
        if is_percentage.count(True) == 1 and not (fits(one, other) or fits(other, one)):
            yield WrongSum(one.written, f"{(one.low if is_percentage[1] else other.low) * 100:.3g}%", other.written)


def _find_wrong_totals(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[WrongSum]:
    """Such as "12 men and 9 women, 22 people", and "60% men and 45% women"."""
    for one, other in _list_halves(tokens, quantities):
        parts = f"{_show(one, tokens)} and {_show(other, tokens)}"
        both = one.low + other.low
        if one.dimension is Dimension.SHARE:
            if both > _WHOLE:
                yield WrongSum(parts, f"{both * 100:.6g}%", "100%")
            continue
        totals = [
            each
            for each in quantities
            if each.dimension is Dimension.COUNT and each not in (one, other) and not each.is_computed
        ]
        if (
            len(totals) == 1
            and is_people(totals[0].counted)
            and _is_exact(totals[0])
            and totals[0].low > max(one.low, other.low)
            and totals[0].low != both
            and not _names_half(tokens, totals[0].end)
        ):
            yield WrongSum(parts, f"{both:,.10g}", _show(totals[0], tokens))


def _list_halves(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Two numbers of men and women, or of other halves of a group of people, one after the other."""
    for one, other in pairwise(each for each in quantities if each.dimension in (Dimension.COUNT, Dimension.SHARE)):
        if one.dimension is not other.dimension or one.is_computed or not (_is_exact(one) and _is_exact(other)):
            continue
        first, second = _names_half(tokens, one.end), _names_half(tokens, other.end)
        if not first or not second or frozenset({first, second}) not in HALVES:
            continue
        between = tokens[one.end : other.begin]
        if len(between) <= _FARTHEST and any(token.word in _BETWEEN for token in between):
            yield one, other


def _names_half(tokens: Sequence[Token], place: int) -> str:
    """The word for a half of a group right after a number: "men", "were women"."""
    if place < len(tokens) and tokens[place].word in ("were", "are"):
        place += 1
    word = tokens[place].word if place < len(tokens) else ""
    return word if any(word in pair for pair in HALVES) else ""


def _find_too_large_parts(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[WrongSum]:
    """Such as "Of the 49 people, 66 had it"."""
    counts = [each for each in quantities if each.dimension is Dimension.COUNT and not each.is_computed]
    for whole, part in pairwise(counts):
        if not (whole.is_total and is_people(whole.counted) and _is_exact(whole) and _is_exact(part)) or part.is_total:
            continue
        if whole.begin and tokens[whole.begin - 1].word not in ("of", "the", "those", "these", "all"):
            continue
        between = [token.word for token in tokens[whole.end : part.begin]]
        if between.count(",") != 1 or between[-1] != "," or (part.counted and not is_people(part.counted)):
            continue
        if part.low > whole.low and _begins_sentence(tokens, whole.begin):
            yield WrongSum(
                f"{_show(part, tokens)} of {_show(whole, tokens)}", f"more than {whole.written}", part.written
            )


def _begins_sentence(tokens: Sequence[Token], place: int) -> bool:
    before = [token.word for token in tokens[max(0, place - 3) : place]]
    return "of" in before and (place <= 3 or tokens[place - len(before) - 1].word in ".;:,")


def _is_exact(quantity: Quantity) -> bool:
    return quantity.bound is Bound.EXACT and quantity.low == quantity.high and not quantity.is_loose


def _show(quantity: Quantity, tokens: Sequence[Token]) -> str:
    """A number with the name after it."""
    end = quantity.end
    if end < len(tokens) and tokens[end].word in ("were", "are"):
        end += 1
    is_name = end < len(tokens) and (is_people(find_meanings(tokens[end].word)) or _names_half(tokens, end))
    name = tokens[end].text if is_name else ""
    return f"{quantity.written} {name}".strip()
