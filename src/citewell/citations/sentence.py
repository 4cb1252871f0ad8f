"""The parts of an entry as short sentences: one stop at the end, never two."""

from __future__ import annotations

import re
from typing import Final

_ENDED: Final = re.compile(r"[.?!…。？！][”’\"']*$")


def trimmed(text: str) -> str:
    """Text in one line, without the comma, semicolon, colon or single stop an editor left at its end."""
    plain = " ".join(text.split()).rstrip(" ,;:")
    return plain if plain.endswith("..") else plain.removesuffix(".").rstrip(" ,;:")


def stop(text: str) -> str:
    """The full stop a text still needs at its end; empty when it has an end, or is empty."""
    return "" if not text or _ENDED.search(text) else "."


def sentence(text: str) -> str:
    """A text with one stop at its end; empty when it is empty."""
    return text + stop(text)


def sentences(*texts: str) -> str:
    """Texts as sentences one after another; empty ones are left out."""
    return " ".join(sentence(text) for text in texts if text)
