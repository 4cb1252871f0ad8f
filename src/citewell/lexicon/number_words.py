"""Numbers in words, and the words around numbers: "twenty-one", "three quarters", "at least", "most"."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()

TENS: Final = {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
"""The numbers after which one below ten may follow: "twenty-one"."""
CARDINALS: Final = {word: number for number, word in enumerate(_ONES)} | TENS
"""The number of each word up to "ninety"."""
SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
"""Words that multiply the number before them."""
DOZENS: Final = {"dozen": 12, "couple": 2}
"""Words for numbers that have an article before them: "a dozen"."""
PARTS: Final = {
    f"{name}{ending}": 1 / number
    for name, number in {
        "third": 3,
        "quarter": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
    }.items()
    for ending in ("", "s")
}
"""Parts of a whole, besides "half"; the singular is also an ordinal number."""
DECADES: Final = {f"{word.removesuffix('y')}ies": number for word, number in TENS.items()}
"""Ages of which only the ten years are given: "in their twenties"."""
A_FEW: Final = frozenset({"few", "several"})
"""Words for a small number that nobody counted."""
MULTIPLES: Final = {"twice": 2, "double": 2, "doubles": 2, "doubled": 2, "triple": 3, "triples": 3}
"""How many times as much is meant."""
SHARES: Final = {
    "most": (0.5, 1.0),
    "majority": (0.5, 1.0),
    "minority": (0.0, 0.5),
    "few": (0.0, 0.35),
    "all": (0.985, 1.0),
    "none": (0.0, 0.0),
}
"""The lowest and the highest share that each word is right for."""
ALMOST_ALL: Final = (0.8, 1.0)
"""The same of "nearly all" and "almost all"."""


class Bound(StrEnum):
    """How a number limits what it is about."""

    EXACT = "exactly"
    ABOUT = "about"
    OVER = "more than"
    AT_LEAST = "at least"
    JUST_OVER = "just over"
    UNDER = "less than"
    AT_MOST = "at most"
    WITHIN = "within"
    ALMOST = "almost"


BOUNDS_BEFORE: Final = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        Bound.ABOUT: "about|around|roughly|approximately|approx|some|circa|ca|~|≈|estimated|an estimated|or about",
        Bound.OVER: (
            "more than|over|above|greater than|longer than|older than|larger than|higher than|bigger than|beyond|past"
            "|in excess of|exceeding|well over|upwards of|>"
        ),
        Bound.AT_LEAST: (
            "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|≥"
            "|from the age of|from age|starting at|starting from|beginning at|start at|starts at"
        ),
        Bound.JUST_OVER: "just over|a little over|slightly over|slightly more than|a little more than|just above",
        Bound.UNDER: (
            "less than|fewer than|under|below|smaller than|younger than|shorter than|lower than|well under|before age|<"
        ),
        Bound.AT_MOST: (
            "at most|up to|as much as|as many as|as long as|no more than|not more than|no longer than|not over"
            "|a maximum of|maximum of|max|max .|maximum|no older than|≤"
        ),
        Bound.WITHIN: "within",
        Bound.ALMOST: "almost|nearly|close to|just under|not quite|slightly under|a little under|just below|virtually",
    }.items()
    for phrase in phrases.split("|")
}
"""What words before a number make of it."""
DENIED_BOUNDS: Final = {Bound.OVER: Bound.AT_MOST, Bound.UNDER: Bound.AT_LEAST}
"""What "not" some words before makes of a bound: "do not take more than 8"."""
LIMITS: Final = frozenset(
    "limit limits limited limiting maximum minimum max min enough goal target targets threshold cap capped".split()
)
"""Words that say of a number that it is a bound: "the limit is 14 units"."""
BOUNDS_AFTER: Final = dict.fromkeys(
    "more over older above longer larger bigger greater higher up upwards upward beyond later".split(), Bound.AT_LEAST
) | dict.fromkeys("less under fewer younger below smaller shorter lower earlier".split(), Bound.AT_MOST)
"""What the word after "or" or "and" makes of the number before it: "50 or older"."""
