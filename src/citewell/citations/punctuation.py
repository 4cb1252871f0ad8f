"""The parts of an entry as short sentences: one stop at the end, never two."""

from __future__ import annotations

import re
from typing import Final

_ENDED: Final = re.compile(r"[.?!…。？！][”’\"']*$")
# Words that end in a stop of their own: "U.S.", "Ann. Intern. Med.", "et al.", "Healthwise, Inc."
_ABBREVIATED: Final = re.compile(r"\b(?:\w{1,6}\. ?\w{1,6}|al|etc|Inc|Ltd|Co|Corp|Jr|Sr|[Ss]er|eds?)\.$")
_FIRST_WORD: Final = re.compile(r"\W*([^\W\d_]+)(?!\w)")
_ABBREVIATING: Final = re.compile(r"(?<![a-z])\.|\.(?![a-z])")
_UNSPACED: Final = re.compile(r"\.(?=[A-ZÀ-Þ][a-zà-ÿ])")


def trim(text: str) -> str:
    """Text in one line, without the comma, semicolon, colon or loose stop an editor left at its end."""
    return " ".join(text.split()).rstrip(" ,;:").removesuffix(" .").rstrip(" ,;:")


def remove_stop(text: str) -> str:
    """Text in one line, without a single stop at its end either: for titles, which may become a link."""
    plain = trim(text)
    return plain if plain.endswith("..") else trim(plain.removesuffix("."))


def trim_title(text: str) -> str:
    """A title without the stop that ends it; the stop of an abbreviation (``U.S.``) stays, even before a bracket."""
    plain = trim(text)
    return plain if _ABBREVIATED.search(plain) else remove_stop(plain)


def remove_abbreviation_stops(text: str) -> str:
    """An abbreviated title as NLM's catalogue has it: ``N Engl J Med`` for ``N.Engl.J.Med.``, but ``nhs.uk``."""
    return trim(_ABBREVIATING.sub("", _UNSPACED.sub(" ", text)))


def remove_outer_brackets(text: str) -> str:
    """A text without the brackets around the whole of it: an entry sets its own."""
    inner = text[1:-1]
    return inner if text == f"[{inner}]" and "[" not in inner and "]" not in inner else text


def capitalise(text: str) -> str:
    """A text that begins with a capital, unless its first word has its own spelling: ``eBook``, ``mp3``, ``pH``."""
    word = _FIRST_WORD.match(text)
    if not word or not word[1].islower():
        return text
    start = word.start(1)
    return f"{text[:start]}{text[start].upper()}{text[start + 1 :]}"


def choose_stop(text: str) -> str:
    """The full stop a text still needs at its end; empty when it has an end, or is empty."""
    return "" if not text or _ENDED.search(text) else "."


def end_sentence(text: str) -> str:
    """A text with one stop at its end; empty when it is empty."""
    return text + choose_stop(text)


def join_sentences(*texts: str) -> str:
    """Texts as sentences one after another; empty ones are left out."""
    return " ".join(end_sentence(text) for text in texts if text)


def join_parts(link: str, *texts: str) -> str:
    """Texts with ``link`` between them; empty ones are left out."""
    return link.join(text for text in texts if text)


def is_same_text(one: str, other: str) -> bool:
    """Whether two texts differ at most in capitals and a stop; an empty text equals no other."""
    return bool(one) and remove_stop(one).casefold() == remove_stop(other).casefold()


def ends_with(text: str, part: str) -> bool:
    """Whether a text already ends with a part: ``Congress on Pain, Rome`` and ``Congress on Pain (Rome)``."""
    return bool(part) and re.search(rf"(?:^|[,;:(\[])\s*{re.escape(part)}[)\]]?\.?$", text, re.IGNORECASE) is not None
