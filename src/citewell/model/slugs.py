"""Words as they are written in addresses and ids."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 60


def make_slug_word(word: str) -> str:
    """A word as addresses hold it: small letters, each with its accent in one character."""
    return unicodedata.normalize("NFC", word.casefold())


def make_slug(words: str) -> str:
    """Lower-case words joined by hyphens, accents taken off Latin letters, other scripts kept; cut at a whole word."""
    folded = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    slug = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", plain)).strip("-_")
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rsplit("-", 1)[0][:_LONGEST].strip("-")
