"""Spaces that typesetting adds or leaves out in measurements: "≥ 5 mg", "≥5 mg" and "≥5mg" are the same words.

The SI Brochure (9th edition, 5.4.3) wants a space before a unit and before "%"; most journals leave some of them out.
No space between two digits is touched, so numbers stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

_OPERATORS: Final = "<>=≤≥≦≧⩽⩾≈≅≲≳±×÷"
_UNITS: Final = (
    "mg|g|kg|mcg|ng|pg|[µμ][glLm]|ml|mL|dl|dL|cl|cL|l|L|nm|mm|cm|m|km|mmol|[nµμ]mol|mol|mmHg|kPa|Pa|IU|U|mEq|kcal|kJ|J|"
    "Gy|mGy|Sv|mSv|Hz|kHz|MHz|V|mV|W|h|hr|hrs|min|mins|s|ms|sec|wk|wks|yr|yrs|years?|months?|weeks?|days?|hours?|minutes?"
)
#: A space to be left out: after an operator, before a symbol of per cent, degrees or money, after one that a number
#: follows, around a stroke.
TIGHT: Final = (
    rf"(?<=[{_OPERATORS}])\s+|(?<=\+/-)\s+|(?<=\d)\s+(?=[%‰°℃€£$])|(?<=[$€£¥~∼])\s+(?=\d)|(?<=°)\s+(?=[CF]\b)"
    r"|(?<=\w)\s+(?=/)|(?<=/)\s+(?=\w)"
)
#: A place where a space is to be put: before an operator, and between a number and its unit.
APART: Final = rf"(?<=[\w)\]%])(?=[{_OPERATORS}]|\+/-)|(?<=\d)(?=(?:{_UNITS})(?![^\W_]))"
#: Operators written with the characters of a typewriter or in another form, and the two characters for micro.
SAME: Final = {
    ">=": "≥",
    "=>": "≥",
    "≧": "≥",
    "⩾": "≥",
    "<=": "≤",
    "=<": "≤",
    "≦": "≤",
    "⩽": "≤",
    "+/-": "±",
    "\N{MICRO SIGN}": "\N{GREEK SMALL LETTER MU}",
}
ANY_SAME: Final = "|".join(map(re.escape, SAME))
_EITHER: Final = re.compile(rf"(?P<tight>{TIGHT})|{APART}|{ANY_SAME}")


def normalise_spacing(text: str) -> str:
    """A text with the spaces in its measurements set in one way, and its operators in one form."""
    return _EITHER.sub(_normalise_match, text)


def _normalise_match(found: re.Match[str]) -> str:
    if found["tight"]:
        return ""
    return SAME[found[0]] if found[0] else " "
