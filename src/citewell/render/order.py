"""The order in which readers look for things: by words, ignoring case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata


def sorted_as(words: str) -> str:
    """The sort key of words: "Cancer" comes before "Cancer - Symptoms", and "É" with "E"."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters).strip()
