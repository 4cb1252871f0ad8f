"""HTML, JATS and MathML in titles, names and abstracts as plain text; entities and what cannot be seen taken away.

Crossref passes on what publishers deposit ("face markup" and JATS, as its documentation calls them), often with its
entities escaped once more. Reference managers keep such titles as they got them.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from citewell.evidence.items.clean_text import clean_text
from citewell.evidence.rich_text.elements import KNOWN, Elements
from citewell.evidence.rich_text.latex import read_latex

LONGEST: Final = 20_000
"""Characters; no title or abstract has as many, so what is cut there is not real."""

_ATTRIBUTES: Final = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))*"
_TAG: Final = re.compile(rf"<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*)(?P<attributes>{_ATTRIBUTES})\s*(?P<empty>/?)>")
_NOT_TEXT: Final = re.compile(r"<!--(?:(?!<!--).){0,5000}?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_HEADING: Final = re.compile(r"<((?:jats:)?title)>([^<>]{0,200})</\1>", re.IGNORECASE)
_ABSTRACT: Final = re.compile(r"^(?:abstract|summary)\s*[:.]\s+", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
#: Formulas between LaTeX's own marks; between single dollar signs, which may be prices, only with \, ^ or _.
_FORMULA: Final = re.compile(
    r"\$\$(?P<display>[^$]{1,1000})\$\$|\\\((?P<inline>[^\\]{0,100}(?:\\[^)][^\\]{0,100}){0,20})\\\)"
    r"|\$(?P<dollars>[^$\s](?:[^$]{0,500}[^$\s])?)\$(?!\d)"
)
_LATEX_CHARACTER: Final = re.compile(r"[\\^_]")


def markup_to_text(marked_up: str, longest: int | None = LONGEST) -> str:
    """A text on one line without tags, entities and invisible characters, in Unicode's form NFC.

    ``10<sup>6</sup>`` is ``10⁶``, not 106. Any other ``<`` stays: ``p < 0.05``. What follows after ``longest``
    characters is cut off.
    """
    words = marked_up[:longest]
    for _ in range(2):
        words = _remove_tags(words, escaped=True)
    return remove_invisible(replace_formulas(_remove_tags(words, escaped=False)))


def abstract_to_text(marked_up: str) -> str:
    """An abstract on one line: its parts follow their headings, and the heading "Abstract" is left out."""
    return _ABSTRACT.sub("", markup_to_text(_HEADING.sub(_replace_heading, marked_up[:LONGEST])))


def replace_entities(words: str) -> str:
    """A text with the characters that its entities are. One without its semicolon is text: ``?a=1&copy=2``."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), words)


def replace_formulas(words: str) -> str:
    """A text whose formulas in LaTeX are plain text; one that is not all known stays as it is."""
    return _FORMULA.sub(_replace_formula, words) if "$" in words or "\\(" in words else words


def remove_invisible(words: str) -> str:
    """A text on one line without invisible characters, in Unicode's form NFC."""
    cleaned = clean_text(words)
    return cleaned if cleaned.isascii() else unicodedata.normalize("NFC", cleaned)


def _remove_tags(words: str, *, escaped: bool) -> str:
    """A text without tags; entities in ``escaped`` text become the characters that they are."""
    decode = replace_entities if escaped else str
    if "<" not in words:
        return decode(words)
    words = _NOT_TEXT.sub("", words)
    elements = Elements()
    at = 0
    for tag in _TAG.finditer(words):
        name = tag["name"].lower().rpartition(":")[2]
        if name not in KNOWN or (":" in tag["name"] and not _PREFIX.match(tag["name"])):
            continue
        elements.text(decode(words[at : tag.start()]))
        at = tag.end()
        if tag["end"]:
            elements.end(name)
        else:
            elements.start(name, tag["attributes"])
            if tag["empty"] or name in _VOID:
                elements.end(name)
    elements.text(decode(words[at:]))
    return elements.finish()


_PREFIX: Final = re.compile(r"(?:jats|mml|m|ce|sb|xhtml):", re.IGNORECASE)
_VOID: Final = frozenset({"br", "hr"})


def _replace_formula(match: re.Match[str]) -> str:
    source = match["display"] or match["inline"] or match["dollars"] or ""
    if match["dollars"] and not _LATEX_CHARACTER.search(source):
        return match[0]
    read = read_latex(source, formula=True)
    return match[0] if read.reported else read.text


def _replace_heading(tag: re.Match[str]) -> str:
    words = tag[2].strip()
    return f" {words}{'' if words[-1:] in '.:?!' else ':'} " if words else " "
