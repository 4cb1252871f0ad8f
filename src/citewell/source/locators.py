"""Locators: which part of a reference supports the statement (``p. 3``, ``section 1.11``).

They are read as pandoc's citeproc reads them; ``tests/pandoc/`` compares the two. Our own are the terms ``table``,
``appendix`` and ``box``; and a figure is never cut from a character joined to it, as in ``5% of them``. ``quote`` is
not a place: the name of a quote of the reference follows it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# The CSL locator types with their English names and short forms, as in CSL's en-US locale ("no." is an issue there).
TERMS: Final = {
    "book": ("book", "books", "bk.", "bks."),
    "chapter": ("chapter", "chapters", "chap.", "chaps."),
    "column": ("column", "columns", "col.", "cols."),
    "figure": ("figure", "figures", "fig.", "figs."),
    "folio": ("folio", "folios", "fol.", "fols."),
    "issue": ("issue", "issues", "no.", "nos."),
    "line": ("line", "lines", "l.", "ll."),
    "note": ("note", "notes", "n.", "nn."),
    "opus": ("opus", "opera", "op.", "opp."),
    "page": ("page", "pages", "p.", "pp."),
    "paragraph": ("paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"),
    "part": ("part", "parts", "pt.", "pts."),
    "section": ("section", "sections", "sec.", "secs.", "§", "§§"),
    "sub-verbo": ("sub verbo", "sub verbis", "s.v.", "s.vv."),
    "verse": ("verse", "verses", "v.", "vv."),
    "volume": ("volume", "volumes", "vol.", "vols."),
}
OWN_TERMS: Final = {
    "appendix": ("appendix", "appendices", "app."),
    "box": ("box", "boxes"),
    "table": ("table", "tables", "tab.", "tabs."),
}
_LABELS: Final = {term: label for label, terms in (TERMS | OWN_TERMS).items() for term in terms}
_LONGEST_FIRST: Final = "|".join(re.escape(term) for term in sorted(_LABELS, key=len, reverse=True))
# A term that is a word ends where the word does, so that "noted" is not note d.
_TERM: Final = re.compile(rf"(?P<term>{_LONGEST_FIRST})(?:(?<!\w)|(?!\w))\s*", re.IGNORECASE)
# Letters, figures and symbols, with those of a range; other punctuation separates the pieces of a value.
_PIECE: Final = r"[^\s!-#%-*,./;?@\[-\]_{}¡§«¶·»¿‐-‒—-‧‰-⁞、-】]+"
_PIECES: Final = rf"\.?{_PIECE}(?:\.{_PIECE})*"
_WORD: Final = re.compile(rf"(?:{_PIECES}|\((?:{_PIECES})?\)|\[(?:{_PIECES})?\]|\{{(?:{_PIECES})?\}})+")
_NEXT: Final = re.compile(r",?\s?")
_FIGURE: Final = re.compile(r"[0-9]")
_ROMAN: Final = re.compile(
    r"(?:^|[.()\[\]{}])(?=[a-z])m*(?:cm)?d*(?:cd)?c*(?:xc)?l*(?:xl)?x*(?:ix)?v*(?:iv)?i*(?=$|[-–.()\[\]{}])",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"[A-Z]$")
_BRACED: Final = re.compile(r"\{(?P<inside>(?:[^{}]|\{[^{}]*\})*)\}")
_QUOTE: Final = re.compile(r"quote\s+(?P<name>[^\s,][^,]*)", re.IGNORECASE)
# What may follow a value without a space: all that ends a phrase.
_ENDS: Final = re.compile(r"$|[\s.,:;!?…)\]\"“”'‘’]")


class Located(NamedTuple):
    """A locator, its CSL label, and the text after it."""

    locator: str
    label: str
    rest: str


def read_locator(text: str) -> Located | None:
    """Read a locator at the beginning of ``text``; ``None`` when there is none.

    A bare number means pages, as in pandoc; braces hold any text (``{vii, A, D-Z}``). The name of a quote is all that
    follows the word.
    """
    named = _QUOTE.fullmatch(text)
    if named:
        return Located(named["name"], "quote", "")
    braced = _BRACED.match(text)
    if braced:
        return _read_braces(braced["inside"].strip(), text[braced.end() :])
    label, start = _read_term(text)
    counts = (_FIGURE, _ROMAN, _CAPITAL)[: 3 if label in OWN_TERMS else 2] if label else (_FIGURE,)
    end = _find_end_of_value(text, start, counts)
    return Located(text[start:end], label or "page", text[end:]) if end > start and _ENDS.match(text, end) else None


def _read_braces(inside: str, rest: str) -> Located | None:
    label, start = _read_term(inside)
    return Located(inside[start:], label or "page", rest) if inside[start:] else None


def _read_term(text: str) -> tuple[str | None, int]:
    """The label of the term that a text begins with, and where it ends; ``None`` and 0 without one."""
    term = _TERM.match(text)
    label = _LABELS.get(term["term"].casefold()) if term else None  # a dotless i matches an i and is not a term
    return (label, term.end()) if term and label else (None, 0)


def _find_end_of_value(text: str, start: int, counts: tuple[re.Pattern[str], ...]) -> int:
    """Where the value that begins at ``start`` ends: a word that counts as a number, and those that go on with it."""
    end = at = start
    while (word := _WORD.match(text, at)) and any(pattern.search(word[0]) for pattern in counts):
        end = word.end()
        following = _NEXT.match(text, end)
        at = following.end() if following else end
    return end
