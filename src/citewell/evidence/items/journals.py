"""Names of journals and page ranges in full, from what NLM's catalogue and MEDLINE make of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_ADDED: Final = re.compile(
    r"\s*\((?![^()]*\b(?:part|section|series|supplement|vol|volume)\b)[^()]*\)\s*$", re.IGNORECASE
)
"""What the catalogue adds to distinguish journals of one name: a place or a year. A part or series is the journal's."""
_BRANCHED: Final = re.compile(r"\s+[:=/]\s+")  # a subtitle, the name in another language, who edits it (ISBD)
_RANGE: Final = re.compile(r"(?<![\w.])([A-Za-z]*)([0-9]{1,9})\s*[-‐‑–]\s*([A-Za-z]*)([0-9]{1,9})(?![\w.])")


def clean_journal_name(title: str) -> str:
    """A journal's name without what NLM's catalogue adds: ``Lancet (London, England)``, ``Brain : a journal of …``."""
    title = " ".join(title.split())
    bare = _ADDED.sub("", _BRANCHED.split(_ADDED.sub("", title))[0]).strip()
    return bare or title


def is_abbreviation(short: str, name: str) -> bool:
    """Whether a text is another name in short: ``Nat. Commun.`` is ``Nature Communications``."""
    shorter, words = _fold_letters(short), iter(_fold_letters(name))
    in_order = all(any(_abbreviates_word(part, word) for word in words) for part in shorter)
    return len(short) < len(name) and bool(shorter) and in_order


def expand_pages(pages: str) -> str:
    """Pages with the last in full: PubMed's ``230-8`` is ``230-238``, ``S12-5`` is ``S12-S15``."""
    return _RANGE.sub(_expand_last_page, pages)


def _expand_last_page(match: re.Match[str]) -> str:
    letters, first, last_letters, last = match.groups()
    if last_letters not in ("", letters):
        return match[0]
    whole = first[: -len(last)] + last if len(last) < len(first) else last
    return f"{letters}{first}-{letters}{whole}" if int(whole) >= int(first) else match[0]


def _fold_letters(text: str) -> Sequence[str]:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.findall(r"\w+", plain.casefold())


def _abbreviates_word(part: str, word: str) -> bool:
    """Whether a word is abbreviated so: it begins with the same letter and has all others in order."""
    letters = iter(word)
    return word[:1] == part[:1] and all(letter in letters for letter in part)
