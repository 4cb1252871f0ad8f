"""Locators: which part of a reference supports the statement (``p. 3``, ``section 1.11``).

Terms are the CSL locator types with the English abbreviations that pandoc reads, and ``table``, ``appendix``, ``box``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

TERMS: Final = {
    "appendix": ("appendix", "appendices", "app."),
    "book": ("book", "books", "bk.", "bks."),
    "box": ("box", "boxes"),
    "chapter": ("chapter", "chapters", "chap.", "chaps."),
    "column": ("column", "columns", "col.", "cols."),
    "figure": ("figure", "figures", "fig.", "figs."),
    "folio": ("folio", "folios", "fol.", "fols."),
    "issue": ("issue", "issues"),
    "line": ("line", "lines", "l.", "ll."),
    "note": ("note", "notes", "n.", "nn."),
    "number": ("number", "numbers", "no.", "nos."),
    "opus": ("opus", "opera", "op.", "opp."),
    "page": ("page", "pages", "p.", "pp."),
    "paragraph": ("paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"),
    "part": ("part", "parts", "pt.", "pts."),
    "section": ("section", "sections", "sec.", "secs.", "§", "§§"),
    "sub-verbo": ("sub verbo", "sub verbis", "s.v.", "s.vv."),
    "table": ("table", "tables", "tab.", "tabs."),
    "verse": ("verse", "verses", "v.", "vv."),
    "volume": ("volume", "volumes", "vol.", "vols."),
}
_LABELS: Final = {term: label for label, terms in TERMS.items() for term in terms}
_TERM: Final = "|".join(re.escape(term) for term in sorted(_LABELS, key=len, reverse=True))
# A value is a word with a digit in it, a Roman number or, after a term, one capital letter; ranges and lists of them.
_NUMBER: Final = r"[^\s,;{}\"“”]*\d[^\s,;{}\"“”]*|[ivxlcdm]+\b|[IVXLCDM]+\b"
_VALUE: Final = rf"(?:{_NUMBER})(?:\s*[-–,&]\s*(?:{_NUMBER}))*"
_AFTER_TERM: Final = rf"(?:{_NUMBER}|[A-Z]\b)(?:\s*[-–,&]\s*(?:{_NUMBER}|[A-Z]\b))*"
# After a whole word white space or a figure, so that "noted" is not note d.
_LABELLED: Final = re.compile(rf"(?P<term>{_TERM})(?:(?<!\w)\s*|(?<=\w)(?:\s+|(?=\d)))(?P<value>{_AFTER_TERM})")
_BARE: Final = re.compile(rf"(?=\d)(?P<value>{_VALUE})")
_BRACED: Final = re.compile(rf"\{{\s*(?:(?P<term>{_TERM})\s*)?(?P<value>[^{{}}]*?)\s*\}}")


class Located(NamedTuple):
    """A locator, its CSL label, and the text after it."""

    locator: str
    label: str
    rest: str


def read_locator(text: str) -> Located | None:
    """Read a locator at the beginning of ``text``; ``None`` when there is none.

    A bare number means pages, as in pandoc; braces hold any text (``{vii, A, D-Z}``).
    """
    match = _BRACED.match(text) or _LABELLED.match(text) or _BARE.match(text)
    if match is None or not match["value"]:
        return None
    term = match.groupdict().get("term")
    return Located(match["value"], _LABELS[term] if term else "page", text[match.end() :])
