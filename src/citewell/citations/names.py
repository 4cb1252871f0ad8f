"""Names of authors and editors in NLM style: ``Henschke N, Maher CG, Refshauge KM, et al``.

After Citing Medicine (2nd edition, chapters 1 and 2): the surname first, initials without stops, a comma between names,
a semicolon between people and a body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from citewell.citations.sentence import trimmed
from citewell.model.references import Name

SHOWN: Final = 3
"""How many names stand before "et al": Citing Medicine allows three, and readers look for the title, not the team."""

_SUFFIXES: Final[Mapping[str, str]] = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}


_OTHERS: Final = frozenset({"and others", "others", "et al"})  # how BibTeX, and editors, leave the rest of a team out


def names(people: tuple[Name, ...], shown: int = SHOWN) -> str:
    """Names one after another, without a stop at the end; empty when there are none."""
    listed = [(name, word) for name in people if (word := one_name(name)) and word.casefold() not in _OTHERS]
    text = ""
    for position, (name, word) in enumerate(listed[:shown]):
        if position:
            text += ", " if bool(name.literal) == bool(listed[position - 1][0].literal) else "; "
        text += word
    more = len(listed) > shown or any(trimmed(name.literal).casefold() in _OTHERS for name in people)
    return f"{text}, et al" if text and more else text


def one_name(name: Name) -> str:
    """One name: ``van Tulder MW``, ``Smith JA Jr``, ``World Health Organization``."""
    if name.literal:
        return trimmed(name.literal)
    particles = f"{name.dropping_particle} {name.non_dropping_particle}"
    parts = (particles, name.family, _initials(name.given), _suffix(name.suffix))
    return trimmed(" ".join(parts))


def _initials(given: str) -> str:
    """First letters of the given names; a small word among them (``da``) stays a word.

    All of them are kept (``RWJG``), as journals print them; Citing Medicine would stop at two.
    """
    written = ""
    for position, word in enumerate(given.replace(".", " ").split()):
        if position and word.islower():
            written += f" {word} "
        elif word.isupper() and len(word) <= 3:
            written += "".join(letter for letter in word if letter.isalpha())
        else:
            written += "".join(part[0].upper() for part in re.split(r"[-‐‑–]", word) if part[:1].isalpha())
    return written


def _suffix(suffix: str) -> str:
    plain = suffix.strip(" .,")
    return _SUFFIXES.get(plain, plain)
