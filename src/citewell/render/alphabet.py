"""The alphabetical order of long lists: what words are sorted by, their letter, and the row of links to letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from citewell.markup import Markup, element, join
from citewell.messages import Words

NO_LETTER: Final = "0-9"
"""The group of words without a letter, in addresses and ids."""


def sort_key(words: str) -> str:
    """What words are sorted by: "Cancer" comes before "Cancer - Symptoms", and "É" with "E"."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters).strip()


def initial_letter(sorted_words: str) -> str:
    """The letter under which words, as ``sort_key`` gives them, are listed; empty for figures and words without one."""
    first = sorted_words[:1]
    return first if first.isalpha() else ""


def display_letter(letter: str, words: Words) -> str:
    """A letter as readers see it."""
    return letter.upper() or words("letters.none")


def letter_anchor(letter: str) -> str:
    """The id of a letter's part of a page."""
    return f"letter-{letter or NO_LETTER}"


def letter_links(letters: Iterable[str], words: Words) -> Markup:
    """Links to the letters of this page."""
    items = [
        element("li", element("a", display_letter(letter, words), href=f"#{letter_anchor(letter)}"))
        for letter in letters
    ]
    name = words("letters.title")
    return element("div", element("ul", join(items)), class_="jump", role="navigation", aria_label=name)
