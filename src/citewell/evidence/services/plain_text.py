"""Plain words out of titles and abstracts: HTML, JATS and MathML tags, entities and what cannot be seen taken away.

Crossref passes on what publishers deposit ("face markup" and JATS, as its documentation calls them), often with its
entities escaped once more.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from citewell.evidence.items.clean_text import clean

LONGEST: Final = 20_000
"""Characters; no title or abstract has as many, and what is cut there is no work's."""

_NAMES: Final = (
    r"(?:(?:jats|mml|m|ce|sb|xhtml):[a-z][\w.-]*|i|b|em|strong|sup|sub|sc|scp|u|tt|a|p|br|hr|div|span|font|small|big|"
    r"h[1-6]|ul|ol|li|italic|bold|underline|monospace|roman|title|sec|abstract|list|list-item|label|fn|xref|ext-link|"
    r"uri|email|named-content|styled-content|inline-formula|disp-formula|inline-graphic|alternatives|tex-math|"
    r"math|mi|mn|mo|ms|mtext|mrow|msub|msup|msubsup|mfrac|msqrt|mover|munder|mstyle|mspace|semantics|annotation)"
)
_ATTRIBUTES: Final = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))*\s*/?"
_TAG: Final = re.compile(rf"</?{_NAMES}{_ATTRIBUTES}>", re.IGNORECASE)
_APART: Final = re.compile(rf"</?(?:jats:)?(?:p|br|li|list|list-item|div|sec|h[1-6]){_ATTRIBUTES}>", re.IGNORECASE)
_MOVED: Final = re.compile(r"<((?:jats:)?su[bp])>([^<>]{0,200})</\1>", re.IGNORECASE)
_FORMULA_SOURCE: Final = re.compile(
    r"<((?:jats:)?tex-math|(?:mml:)?annotation)\b[^<>]*>[^<>]{0,5000}</\1>", re.IGNORECASE
)
_NOT_TEXT: Final = re.compile(r"<!--(?:(?!<!--).){0,5000}?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_HEADING: Final = re.compile(r"<((?:jats:)?title)>([^<>]{0,200})</\1>", re.IGNORECASE)
_ABSTRACT: Final = re.compile(r"^(?:abstract|summary)\s*[:.]\s+", re.IGNORECASE)
_RAISED: Final = str.maketrans("0123456789+-−–()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾")
_LOWERED: Final = str.maketrans("0123456789+-−–()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎")


def plain(marked_up: str) -> str:
    """A text on one line without tags, entities and invisible characters, in Unicode's form NFC.

    ``10<sup>6</sup>`` is ``10⁶``, not 106. Signs that are no tag stay: ``p < 0.05``.
    """
    words = marked_up[:LONGEST]
    for _ in range(2):
        words = _without_tags(words)
        if "&" not in words:
            break
        words = unescape(words)
    return visible(_without_tags(words))


def abstract(marked_up: str) -> str:
    """An abstract on one line: its parts follow their headings, and the heading "Abstract" is left out."""
    return _ABSTRACT.sub("", plain(_HEADING.sub(_heading, marked_up[:LONGEST])))


def moved(words: str, *, up: bool) -> str:
    """Raised or lowered words as Unicode has them, if it has them all: ``⁶`` for a raised 6, but ``nd`` for nd."""
    table = _RAISED if up else _LOWERED
    stripped = words.strip()
    return stripped.translate(table) if stripped and all(ord(sign) in table for sign in stripped) else words


def visible(words: str) -> str:
    """A text on one line without what nobody sees, in Unicode's form NFC."""
    cleaned = clean(words)
    return cleaned if cleaned.isascii() else unicodedata.normalize("NFC", cleaned)


def _without_tags(words: str) -> str:
    if "<" not in words:
        return words
    words = _FORMULA_SOURCE.sub("", _NOT_TEXT.sub("", words))
    words = _MOVED.sub(lambda tag: moved(tag[2], up=tag[1].lower().endswith("sup")), words)
    return _TAG.sub("", _APART.sub(" ", words))


def _heading(tag: re.Match[str]) -> str:
    words = tag[2].strip()
    return f" {words}{'' if words[-1:] in '.:?!' else ':'} " if words else " "
