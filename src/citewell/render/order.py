"""The order in which readers look for things: by words, whatever their case, accents and signs."""

from __future__ import annotations

import re
import unicodedata


def sorted_as(words: str) -> str:
    """What words are sorted by: "Cancer" stands before "Cancer - Symptoms", and "É" with "E"."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters).strip()
