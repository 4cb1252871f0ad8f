"""Characters nobody can see, in words: ``zero width space (U+200B)``."""

from __future__ import annotations

import unicodedata
from typing import Final

from citewell.model.file_problems import OddCharacter

#: Those that Unicode gives no name.
_NAMES: Final = {
    "\x00": "NUL",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\x0d": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\u00ad": "soft hyphen",
    "\ufeff": "byte order mark",
}


def describe_characters(facts: OddCharacter) -> str:
    """A run of odd characters, or how many more there are."""
    if facts.more:
        return f"and {facts.more:,} more"
    times = f", {facts.times:,} times" if facts.times > 1 else ""
    return describe_character(facts.character) + times


def describe_character(character: str) -> str:
    """The name and number of a character."""
    return f"{_name(character)} (U+{ord(character):04X})"


def _name(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    if 0xD800 <= ord(character) <= 0xDFFF:
        return "half of a surrogate pair"
    if 0xE0000 <= ord(character) <= 0xE007F:
        return "invisible tag character"
    return unicodedata.name(character, "control character").lower()
