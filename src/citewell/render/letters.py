"""Letters that divide long lists: the letter of each item, and the row of links to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from citewell.markup import Markup, element, join
from citewell.messages import Words

NO_LETTER: Final = "0-9"
"""The name in addresses and ids for items without a letter."""


def letter_of(sorted_words: str) -> str:
    """The letter under which words, as ``sorted_as`` gives them, are listed; "" for digits and the rest."""
    first = sorted_words[:1]
    return first if first.isalpha() else ""


def shown(letter: str, words: Words) -> str:
    """A letter as readers see it."""
    return letter.upper() or words("letters.none")


def anchor(letter: str) -> str:
    """The id of a letter's part of a page."""
    return f"letter-{letter or NO_LETTER}"


def jumps(letters: Iterable[str], words: Words) -> Markup:
    """Links to the letters of this page."""
    items = [element("li", element("a", shown(letter, words), href=f"#{anchor(letter)}")) for letter in letters]
    name = words("letters.title")
    return element("div", element("ul", join(items)), class_="jump", role="navigation", aria_label=name)
