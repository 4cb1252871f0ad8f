"""The parts of an entry as short sentences: one stop at the end, never two."""

from __future__ import annotations

import re
from typing import Final

_ENDED: Final = re.compile(r"[.?!…。？！][”’\"']*$")


def trimmed(text: str) -> str:
    """Text in one line, without the comma, semicolon, colon or loose stop an editor left at its end."""
    return " ".join(text.split()).rstrip(" ,;:").removesuffix(" .").rstrip(" ,;:")


def unstopped(text: str) -> str:
    """Text in one line, without a single stop at its end either: for titles, which may become a link."""
    plain = trimmed(text)
    return plain if plain.endswith("..") else trimmed(plain.removesuffix("."))


def stop(text: str) -> str:
    """The full stop a text still needs at its end; empty when it has an end, or is empty."""
    return "" if not text or _ENDED.search(text) else "."


def sentence(text: str) -> str:
    """A text with one stop at its end; empty when it is empty."""
    return text + stop(text)


def sentences(*texts: str) -> str:
    """Texts as sentences one after another; empty ones are left out."""
    return " ".join(sentence(text) for text in texts if text)


def joined(link: str, *texts: str) -> str:
    """Texts with a sign between them; empty ones are left out."""
    return link.join(text for text in texts if text)
