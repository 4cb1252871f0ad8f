"""Raised and lowered characters in plain text: ``10<sup>6</sup>`` is 10⁶, or 10^5.5 where Unicode has no such form.

The forms are those of Unicode's blocks "Superscripts and Subscripts", "Phonetic Extensions" and their neighbours.
"""

from __future__ import annotations

import re
from typing import Final

_UP: Final = str.maketrans(
    "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
)
_DOWN: Final = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_RAISED_ALREADY: Final = frozenset(map(chr, _UP.values())) | frozenset("°′″‴*†‡§¶®©™℠ªº")
_OTHER_FORMS: Final = {"∘": "°", "TM": "™", "SM": "℠", "'": "′"}
#: Endings of numbers, which are raised for looks alone: 1st, 2nd, 5th, 1er, 2ème, 1os.
_ORDINALS: Final = frozenset("st nd rd th er re ère e ème eme ier ière nde os as do da ta to".split())
_CHARGES: Final = re.compile(r"[+−–/-]+")  # as in Il10⁻/⁻
_ONE_THING: Final = re.compile(r"[+−-]?\d+(?:[.,]\d+)*|\w")


def raise_text(words: str, before: str = "") -> str:
    """Raised words in plain text; ``before`` is the text that they follow, at least its last character.

    Where Unicode lacks one of the characters, ``^`` marks them: ``^5.5``, ``^(α/2)``.
    """
    words = " ".join(words.split())
    if not words:
        return ""
    if words in _ORDINALS and before[-1:].isdecimal():
        return words
    words = _OTHER_FORMS.get(words, words)
    if all(ord(character) in _UP or character in _RAISED_ALREADY for character in words):
        return words.translate(_UP)
    if _CHARGES.fullmatch(words):
        return words.translate(_UP)
    return f"^{words}" if _ONE_THING.fullmatch(words) else f"^({words})"


def lower_text(words: str) -> str:
    """Lowered words in plain text: figures and ``+-=()`` have lowered forms, letters stay (CO₂, PM₂.₅, Cmax)."""
    return " ".join(words.split()).translate(_DOWN)
