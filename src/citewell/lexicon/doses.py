"""Whether a sentence states a dose: "400 mg", "two tablets", "take it three times a day", "no more than 4 doses".

Units of weight and volume are the same in most languages; the words are English. A value of a blood test ("5 mmol/l",
"100 mg/dl") or a blood pressure is not a dose.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily

_AMOUNT: Final = r"(?:(?<![\w.,])\d+(?:[.,]\d+)*(?: ?(?:–|-|to) ?\d+(?:[.,]\d+)*)?)"
_IN_WORDS: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half an?)"
_NOT_A_VALUE: Final = r"(?! ?(?:/|per )(?:d|100 ?m)?l(?:it(?:re|er))?\b)"
_WEIGHED: Final = compile_lazily(
    rf"{_AMOUNT}[ \u00a0\u202f-]?(?:mg|mcg|µg|μg|g|ml|mL|IU|I\.U\.|mmol|(?:milli|micro|nano)?grams?|"
    rf"(?:milli|micro)?grammes?|millilit(?:re|er)s?|(?:international )?units|Mikrogramm|Milligramm|Tropfen)"
    rf"\b{_NOT_A_VALUE}"
)
_FORMS: Final = (
    r"(?:tablets?|capsules?|pills?|caplets?|puffs?|drops?|doses?|sachets?|patch(?:es)?|spray(?:s)?|suppositor(?:y|ies)|"
    r"lozenges?|teaspoon(?:ful)?s?|spoonfuls?|injections?|ampoules?|vials?)"
)
_COUNTED: Final = compile_lazily(
    rf"\b(?:{_AMOUNT}|{_IN_WORDS})(?: (?:to|or|and) (?:{_AMOUNT}|{_IN_WORDS}))? (?:\w+ )?{_FORMS}\b", re.IGNORECASE
)
_TAKEN: Final = r"\b(?:take|takes|taken|taking|use|used|using|apply|applied|swallow|inject|inhale|give|given|dose)\b"
_OFTEN: Final = (
    rf"(?:(?:once|twice|(?:{_AMOUNT}|{_IN_WORDS})(?: (?:to|or) (?:{_AMOUNT}|{_IN_WORDS}))? times) "
    r"(?:a|an|each|every|per) (?:day|week|month|hour|night)|(?:once|twice|three times) (?:daily|weekly)|"
    rf"every (?:{_AMOUNT}|{_IN_WORDS})(?: (?:to|or) (?:{_AMOUNT}|{_IN_WORDS}))? hours)"
)
_REGULAR: Final = compile_lazily(rf"{_TAKEN}[^.;]{{0,80}}?\b{_OFTEN}\b", re.IGNORECASE)


def states_dose(text: str, *, english: bool) -> bool:
    """Whether a sentence states a dose; ``english`` says that its words can be read, besides the units."""
    if _WEIGHED.search(text):
        return True
    return english and bool(_COUNTED.search(text) or _REGULAR.search(text))
