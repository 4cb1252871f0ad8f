"""Whether a sentence states a number that a source can be asked for: "12%", "6 weeks", "2 in 10", "half of people".

Figures are read in any language, numbers in words in English only. Figures that are part of a name ("type 2 diabetes",
"vitamin B12", "COVID-19"), a year alone, and a telephone number to call are not such numbers.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.emergency_numbers import KNOWN

_FIGURE: Final = compile_lazily(
    r"(?<![\w.,:/-])\d+(?:[.,·\u00a0\u202f]\d+)*(?:[–-]\d+(?:[.,]\d+)*)?(?![\w/]|-[^\W\d_])"
)
#: A figure directly before one of these is an amount even where nothing is between them: "5mg", "38°C", "10%".
_FIGURE_WITH_UNIT: Final = compile_lazily(r"(?<![\w.,:/-])\d+(?:[.,]\d+)* ?(?:%|°|[mµμ]?g\b|m?l\b|[ckm]?m\b)")
_NAMED: Final = compile_lazily(
    r"\b(?:types?|typ|stages?|grades?|phases?|steps?|parts?|sections?|chapters?|figures?|tables?|pages?|numbers?|"
    r"versions?|levels?|class|omega|articles?|rules?|items?|boxes|box|COVID|HPV|factor|trisomy|chromosome|call|ring|dial|"
    r"phone|text|or)[ -]$",
    re.IGNORECASE,
)
_YEAR: Final = compile_lazily(r"(?:1[89]|20)\d\d(?:[–-](?:\d\d|(?:1[89]|20)\d\d))?$")
_FEW: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million)"
)
_UNITS: Final = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|people|patients|women|men|adults|children|"
    r"babies|cases|per ?cent|cm|centimetres?|millimetres?|inch(?:es)?|degrees|units|glasses|cups|pints|litres?|"
    r"portions|studies|trials|cigarettes|steps|calories)"
)
_IN_WORDS: Final = compile_lazily(
    rf"\b(?:(?:one|{_FEW}) (?:in|of|out of) (?:every |the |a )?{_FEW}\b|{_FEW}[ -](?:or|to|and) {_FEW} {_UNITS}\b|"
    rf"(?:an? )?{_FEW}[ -](?:more )?{_UNITS}\b|(?:half|an? third|two[ -]thirds|an? quarter|three[ -]quarters) of "
    r"(?:all|the|these|those|them|people|patients|women|men|adults|children|cases)\b|"
    r"an? (?:hundred|thousand|million) )",
    re.IGNORECASE,
)


def states_number(text: str, *, english: bool) -> bool:
    """Whether a sentence states such a number; ``english`` says that numbers in words can be read."""
    if any(_is_amount(text, found.start(), found[0]) for found in _FIGURE.finditer(text)):
        return True
    if _FIGURE_WITH_UNIT.search(text):
        return True
    return english and _IN_WORDS.search(text) is not None


def _is_amount(text: str, start: int, written: str) -> bool:
    if text[start + len(written) :].lstrip("\u00a0\u202f ").startswith(("%", "°")):
        return True
    is_name = _NAMED.search(text, max(0, start - 12), start) is not None
    return not (is_name or _YEAR.fullmatch(written) or written in KNOWN)
