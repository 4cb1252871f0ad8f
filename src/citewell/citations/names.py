"""Names in NLM style: ``Henschke N, Maher CG, Refshauge KM``.

After Citing Medicine (2nd edition, chapters 1 and 2): the surname first, initials without stops, a comma between names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from citewell.citations.sentence import trimmed
from citewell.model.references import Name

MOST: Final = 6
"""How many names stand before "et al" where there are more: one of the two limits that Citing Medicine allows."""

_SUFFIXES: Final[Mapping[str, str]] = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
_OTHERS: Final = frozenset({"and others", "others", "et al"})  # how BibTeX, and editors, leave the rest of a team out

# Scripts that have initials: Latin, Greek, Cyrillic.
_INITIALLED: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # Japanese, Chinese, Korean
_ELIDED: Final = ("'", "’")  # d'Angelo is one word
_GIVEN: Final = re.compile(r"[^\s.]+\.?")


def names(people: tuple[Name, ...]) -> str:
    """Names one after another, without a stop at the end; empty when there are none."""
    listed = [word for name in people if (word := one_name(name)) and word.casefold().rstrip(".") not in _OTHERS]
    cut = len(listed) > MOST or any(trimmed(name.literal).casefold().rstrip(".") in _OTHERS for name in people)
    shown = ", ".join(listed[:MOST])
    return f"{shown}, et al" if shown and cut else shown


def one_name(name: Name) -> str:
    """One name: ``van Tulder MW``, ``Smith JA Jr``, ``World Health Organization``.

    Zotero has one line for given names, where a suffix stands behind a comma: ``John A., Jr.``
    """
    if name.literal:
        return trimmed(name.literal)
    given, _, behind = name.given.partition(",")
    suffix = _suffix(name.suffix or behind)
    if not name.family:
        return trimmed(f"{given} {suffix}")
    particle = name.non_dropping_particle.strip()
    family = f"{particle}{'' if particle.endswith(_ELIDED) else ' '}{name.family}".strip()
    initials = _initials(given)
    gap = "" if _UNSPACED.match(family) and _UNSPACED.match(initials) else " "
    return trimmed(f"{family}{gap}{initials} {name.dropping_particle} {suffix}")


def _initials(given: str) -> str:
    """First letters of given names in a script that has them; a word in small letters (``da``) stays a word.

    All of them are kept (``RWJG``), as journals print them; Citing Medicine would stop at two. A word with a stop is
    abbreviated already (``Th.``), and so are a few capitals (``CG``).
    """
    if not _INITIALLED.search(given):
        return " ".join(given.split())
    written = ""
    for word in _GIVEN.findall(given):
        if word.islower() and not word.endswith("."):
            written += f" {word} "
        elif word.endswith(".") or (word.isupper() and len(word) <= 3):
            written += "".join(letter for letter in word if letter.isalpha())
        else:
            written += "".join(part[0] for part in re.split(r"[-‐‑–]", word) if part[:1].isupper())
    return written


def _suffix(suffix: str) -> str:
    plain = suffix.strip(" .,")
    return _SUFFIXES.get(plain, plain)
