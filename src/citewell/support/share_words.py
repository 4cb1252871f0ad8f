"""Whether "most", "a minority" and similar words of a statement fit the share that its source gives."""

from __future__ import annotations

from collections.abc import Sequence

from citewell.lexicon.number_words import ALMOST_ALL, SHARES, Bound
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity
from citewell.support.tokens import Token


def find_other_share(
    stated: Sequence[Token],
    stated_quantities: Sequence[Quantity],
    pinned: Sequence[Token],
    pinned_quantities: Sequence[Quantity],
) -> tuple[str, str] | None:
    """The words for a share in a statement without numbers, and the only share of its source, if they do not fit."""
    if any(each.dimension is Dimension.SHARE for each in stated_quantities):
        return None
    shares = [each for each in pinned_quantities if each.dimension is Dimension.SHARE and each.low == each.high]
    if not shares or any(abs(each.low - shares[0].low) > max(each.step, shares[0].step) for each in shares):
        return None
    if shares[0].bound in (Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST):
        return None
    theirs = {token.word for token in pinned}
    for place, token in enumerate(stated):
        before = stated[place - 1].word if place else ""
        after = stated[place + 1].word if place + 1 < len(stated) else ""
        limits = ALMOST_ALL if token.word == "all" and before in ("nearly", "almost") else SHARES.get(token.word)
        if limits is None or token.word in theirs or _means_something_else(token.word, before, after):
            continue
        if not limits[0] <= shares[0].low <= limits[1]:
            return f"{before} {token.word}" if limits is ALMOST_ALL else token.word, shares[0].written
    return None


def _means_something_else(word: str, before: str, after: str) -> bool:
    """Whether the word is not a share of people here: "most often", "the most common", "most of these"."""
    if word == "most":
        return (
            before in ("the", "at")
            or after == "of"
            or after.endswith(("ly", "en"))
            or after in ("common", "likely", "often")
        )
    if word == "few":
        return after in ("weeks", "days", "months", "years", "hours", "minutes", "times")
    return word == "all" and before in ("at", "of", "not", "in")
