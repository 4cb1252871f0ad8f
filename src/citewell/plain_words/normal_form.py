"""The one form in which words are compared: in the index of the search, in what readers type, and with the glossary.

Word processors and phones write one word in several ways: "X‑ray" with U+2011, "CO₂" or "CO2", letters and accents in
one character or two (NFD), "ﬁ" as one letter, full-width "ＭＲＩ". Unicode's form NFKC makes one of them (UAX #15), but
turns "10⁶" into "106", "1½" into "11⁄2" and "Brand™" into "BrandTM". So small digits after a digit, fractions, marks of
trade and accents that are alone stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

KEPT: Final = (
    "([\u00a8\u00af\u00b4\u00b8\u00bc-\u00be\u2120\u2122\u2150-\u215f\u2189]+"
    "|(?<=[0-9])[\u00b2\u00b3\u00b9\u2070\u2074-\u207b\u2080-\u208b]+)"
)
"""What stays: a regular expression in the syntax that Python and JavaScript share, as the search page uses it too."""
HYPHENS: Final = (
    "[\u058a\u05be\u2010\u2011\ufe63\uff0d]|(?<=\\S)[\u2012\u2013](?=\\S)|(?<=[^\\s0-9(])[\u2043\u2212](?=[^\\s0-9)])"
)
"""What becomes a plain hyphen, in the same syntax: also a dash in a word or a range, and a minus between letters."""

_KEPT: Final = re.compile(KEPT)
_HYPHENS: Final = re.compile(HYPHENS)


def normalise_words(text: str) -> str:
    """Text as it is compared; upper and lower case still differ. Making it again changes nothing."""
    if text.isascii():
        return text
    pieces = _KEPT.split(text)
    composed = (piece if at % 2 else unicodedata.normalize("NFKC", piece) for at, piece in enumerate(pieces))
    return _HYPHENS.sub("-", "".join(composed))
