"""Whether an English sentence compares two things: "more common than", "twice as likely", "no better than rest".

A threshold ("longer than 6 weeks"), a comparison with what is usual, and "rather than" are not comparisons that a
source is asked for.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.relative_numbers import find_comparison

_THAN: Final = compile_lazily(
    r"\b(?!(?:further|later|sooner|earlier) than\b)(?:more|less|fewer|better|worse|[a-z]{2,}er)\b[^.;:]{0,60}? "
    r"than (?!(?:about |around )?(?:\d|(?:an? (?:minute|hour|day|night|week|month|year|third|quarter|few|couple|bit)|"
    r"one|two|three|four|five|six|ten|half|once|twice|that|this|it|you|usual|normal|normally|expected|before|ever|"
    r"never)\b))",
    re.IGNORECASE,
)
_NOT_COMPARED: Final = compile_lazily(r"\b(?:rather|other) than\b", re.IGNORECASE)
_BESIDE: Final = compile_lazily(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|as (?:likely|common|effective|good|well|safe|"
    r"often|high|low|many|much) as|no different (?:from|to)|no difference between|similar(?:ly)? to|unlike)\b",
    re.IGNORECASE,
)
_NOT_MEANT: Final = compile_lazily(
    r"\bas (?:well|much|often|many) as (?:you|possible|one|\d)|\bas well as\b", re.IGNORECASE
)


def compares_things(text: str) -> bool:
    """Whether an English sentence compares two things."""
    if find_comparison(text) is not None:
        return True
    plain = _NOT_MEANT.sub("", _NOT_COMPARED.sub("", text))
    return bool(_THAN.search(plain) or _BESIDE.search(plain))
