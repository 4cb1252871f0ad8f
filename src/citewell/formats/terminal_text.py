"""Text for a terminal: what cannot be seen is written out, and numbers come with their nouns."""

from __future__ import annotations

import unicodedata


def make_visible(text: str) -> str:
    """A text on one line in which every character shows.

    Content may hold characters that steer a terminal or turn the reading direction; they must not do so in a message
    about them. Line breaks and tabs become spaces, other control and format characters their escapes.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def _escape(character: str) -> str:
    if character in "\n\r\t" or unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def count_noun(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 error``, ``2,000 errors``; ``plural`` where adding an s is wrong."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
