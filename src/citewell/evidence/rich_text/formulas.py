"""The parts of formulas in plain text: fractions, roots, accents, and terms in a row. Figures never join."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from citewell.citations.raised import raise_text

_FRACTIONS: Final = {
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘",
    "1/6": "⅙", "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞", "1/9": "⅑", "1/10": "⅒",
}  # fmt: skip
_ROOTS: Final = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_ONE_TERM: Final = re.compile(r"[^\s+−±×·/=<>≤≥^_⁰¹²³⁴⁵⁶⁷⁸⁹-]*|\([^()]*\)")
#: Marks set over or under a term, and the combining characters that they are (Unicode, chart U0300 and U20D0).
_OVER: Final = {
    "¯": "\u0304", "ˉ": "\u0304", "‾": "\u0304", "_": "\u0304", "-": "\u0304", "―": "\u0304", "−": "\u0304",
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "∼": "\u0303", "→": "\u20d7", "⃗": "\u20d7",
    ".": "\u0307", "˙": "\u0307", "·": "\u0307", "..": "\u0308", "¨": "\u0308", "´": "\u0301", "`": "\u0300",
    "˘": "\u0306", "ˇ": "\u030c", "˚": "\u030a", "\u0305": "\u0304",
}  # fmt: skip
#: Invisible operators of MathML, and what they are between figures.
_INVISIBLE: Final = {"\u2061": " ", "\u2062": "·", "\u2063": ", ", "\u2064": " "}
_DOTLESS: Final = {"ı": "i", "ȷ": "j"}
_LINE_OVER: Final = "\u0305"


def join_terms(parts: Iterable[str]) -> str:
    """Terms one after another, with a space where two figures would become one number, or ``·`` for a product."""
    text: list[str] = []
    gap = " "
    for part in parts:
        if part in _INVISIBLE:
            gap = _INVISIBLE[part]
        elif part:
            text += (gap, part) if text and digits_meet(text[-1], part) else (part,)
            gap = " "
    return "".join(text)


def digits_meet(before: str, after: str) -> bool:
    """Whether a text ends and the next begins with a figure, raised or not."""
    return before[-1:].isnumeric() and after[:1].isdecimal()


def format_fraction(above: str, below: str) -> str:
    """A fraction on one line: ½, ``(a + b)/2``."""
    above, below = above.strip(), below.strip()
    return _FRACTIONS.get(f"{above}/{below}") or f"{_group_words(above)}/{_group_words(below)}"


def format_root(words: str, index: str = "") -> str:
    """A root: √2, ∛x, ⁵√(a + b)."""
    symbol = _ROOTS.get(index.strip()) or f"{raise_text(index)}√"
    return symbol + _group_words(words.strip())


def format_power(base: str, exponent: str) -> str:
    """A base with its exponent: 10⁶, (a + b)²."""
    grouped = _group_words(base.strip()) if re.fullmatch(r"[^()]*", base) else base.strip()
    return grouped + raise_text(exponent, base.strip())


def add_accent(words: str, mark: str) -> str:
    """Words with a combining mark on the first letter (after those that it has already)."""
    words = words.strip()
    if words[:1] in _DOTLESS:
        words = _DOTLESS[words[0]] + words[1:]
        if mark == "\u0307":
            return words  # its own dot
    end = 1
    letters = unicodedata.normalize("NFD", words)
    while end < len(letters) and unicodedata.combining(letters[end]):
        end += 1
    return unicodedata.normalize("NFC", letters[:end] + mark + letters[end:])


def put_over(base: str, over: str) -> str:
    """A base with something over it: x̄, or ``lim^(…)`` if it is not a combining mark."""
    base, over = base.strip(), over.strip()
    mark = _OVER.get(over)
    if not mark or not base:
        return format_power(base, over)
    return add_accent(base, mark) if len(base) == 1 else overline_words(base, mark)


def overline_words(words: str, mark: str = _LINE_OVER) -> str:
    """Every character with the same mark, as a line over them all."""
    mark = _LINE_OVER if mark == "\u0304" else mark
    return unicodedata.normalize("NFC", "".join(letter if letter == " " else letter + mark for letter in words))


def _group_words(words: str) -> str:
    return words if _ONE_TERM.fullmatch(words) else f"({words})"
