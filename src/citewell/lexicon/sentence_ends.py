"""How a sentence ends in any script: whether it asks, and whether it leads to what is below it."""

from __future__ import annotations

from typing import Final

from citewell.lazy_pattern import compile_lazily

_CLOSERS: Final = "\"'”’“»«›‹)]}*_）］】」』》〉 \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_FULL_STOPS: Final = (".", "!", "?", "…")
_OPENERS: Final = frozenset("\"'“‘„«»‹›([（［【「『《〈¡¿")
#: Latin, full-width, Arabic, Greek (U+037E, which NFC turns into a semicolon), and question marks with another mark.
_QUESTION: Final = compile_lazily(r"[?？؟\u037e⁇⁈⁉‽][!！?？]*$")
_GREEK_QUESTION: Final = compile_lazily(r"[;?\u037e]$")
#: Armenian sets its question mark inside the word that asks; what is in quotation marks or after a bowt is not asked.
_ARMENIAN_QUESTION: Final = compile_lazily(r"^[^«»՝]*՞[^«»՝]*$")
#: A colon of any script, with the dash that Hindi and Bengali set after it; Armenian ends a lead-in with a bowt.
_COLON: Final = compile_lazily(r"[:：﹕︓՝]\s?[-–—]?$")


def is_question(text: str, language: str = "en") -> bool:
    """Whether a sentence asks and states nothing.

    "Rest helps (or does it?)" states something; "(Does it?)" as a whole asks. ``language`` is a primary subtag: a
    semicolon ends questions in Greek only.
    """
    if _asks(text, language):
        return True
    return text[:1] in _OPENERS and _asks(text.rstrip(_CLOSERS), language)


def is_lead_in(text: str) -> bool:
    """Whether a sentence ends in a colon, so that it leads to what is below it."""
    return _COLON.search(text.rstrip(_CLOSERS)) is not None


def is_whole_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, so that its words can be counted as one."""
    return text.rstrip(_CLOSERS).endswith(_FULL_STOPS)


def _asks(text: str, language: str) -> bool:
    if language == "el" and _GREEK_QUESTION.search(text):
        return True
    if language == "hy" and _ARMENIAN_QUESTION.search(text):
        return True
    return _QUESTION.search(text) is not None
