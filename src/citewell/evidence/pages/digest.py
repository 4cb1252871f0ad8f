"""The digest of a page's main text: the same as long as a reader would call the text the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

#: Short blocks that hold a number or a date and are about the page, not its topic.
_ABOUT_THE_PAGE: Final = re.compile(
    r"\b(?:accessed|retrieved|viewed|views?|visits?|visitors?|downloads?|shares?|shared|likes?|comments?|citations?"
    r"|cited by|readers?|followers?|last (?:updated|reviewed|modified|checked|medically reviewed)|next review"
    r"|updated on|reviewed on|page (?:updated|reviewed)|ago|today|copyright|©|all rights reserved|time now"
    r"|min(?:utes?)? read|was this (?:page|article) helpful|cookies?)",
    re.IGNORECASE,
)
_OF_A_DATE: Final = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*|\d{1,4}(?:st|nd|rd|th)?|at|on|of|gmt|utc|am|pm",
    re.IGNORECASE,
)
#: What is neither letter nor digit, unless it changes what a number says: ``<5``, ``1.5``, ``5%``, ``±2``.
_NO_MATTER: Final = re.compile(r"(?<!\d)[.,](?!\d)|(?<=\d)[.,](?!\d)|(?<!\d)[.,](?=\d)|[^\w.,%°<>=≤≥±+×]|_")
_LONGEST: Final = 14  # words of a block about the page


def digest_text(main: str) -> str:
    """The digest (16 hex digits of SHA-256) of a main text, a line for each block; "" for no text."""
    kept = (line for line in main.splitlines() if not _is_transient(line))
    plain = _NO_MATTER.sub(" ", unicodedata.normalize("NFKC", " ".join(kept)).casefold())
    words = " ".join(plain.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16] if words else ""


def _is_transient(line: str) -> bool:
    """Whether a block changes on every visit: counters, today's date, notes on cookies."""
    if len(line) > 160 or len(line.split()) > _LONGEST:
        return False
    words = re.findall(r"\w+", line)
    if len(words) > 1 and all(map(_OF_A_DATE.fullmatch, words)):
        return True
    return bool(_ABOUT_THE_PAGE.search(line)) and (
        any(character.isdigit() for character in line)
        or bool(re.search(r"cookie|helpful|ago\b|today", line, re.IGNORECASE))
    )
