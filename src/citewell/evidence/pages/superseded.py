"""Pages that say near their top that they were withdrawn or replaced."""

from __future__ import annotations

import re
from typing import Final

_WORK: Final = (
    "(?:advice|article|content|document|edition|fact ?sheet|guidance|guide|guidelines?|information|leaflet|page|pathway"
    "|policy|publication|recommendations?|report|resource|review|standard|statement|summary|version)"
)
_DONE: Final = (
    "(?:(?:now |since |recently |formally )?(?:been |being )?)(?:archived|discontinued|replaced|rescinded|retired"
    "|retracted|stood down|superseded|updated and replaced|withdrawn)"
)
#: The words, from the work to what happened to it. "This guideline replaces …" is about another, and does not match;
#: nor does a part of the work ("recommendation 1.2 was withdrawn"), or consent that was withdrawn.
_SAYS_SO: Final = re.compile(
    rf"\bthis (?:\w+[ -]){{0,4}}?{_WORK}(?: \([^)]{{1,40}}\)| [A-Z]{{2,4}}\d{{1,4}})?"
    rf" (?:has|have|was|were|is|are) {_DONE}\b"
    r"|\bthis is not the (?:most recent|latest|current) version\b"
    r"|\b(?:there is|there’s|there's) a (?:newer|more recent) version of this\b"
    r"|\ba (?:newer|more recent) version of this \w+ (?:is available|has been published|exists)\b"
    rf"|\bthis (?:\w+[ -]){{0,2}}?{_WORK} is (?:no longer (?:current|valid|maintained|in use)|out of date|obsolete)\b"
    rf"|^(?:withdrawn|superseded|retired|archived)(?: {_WORK})?[.:!]?(?: on \d.{{4,20}})?$",
    re.IGNORECASE | re.MULTILINE,
)
_TOP: Final = 2_000  # characters: what comes later is about something else
_LONGEST: Final = 300


def superseded_words(text: str, main: str) -> str:
    """The sentence that says so, or nothing. ``text`` is all that is seen, ``main`` the main text without menus."""
    top = main[:_TOP]
    heading = text.find(main[:60]) if main else -1
    before = text[max(heading - _TOP, 0) : heading] if heading > 0 else text[:_TOP]
    for place in (top, before):
        match = _SAYS_SO.search(place)
        if match:
            return _sentence(place, match.start(), match.end())
    return ""


def _sentence(text: str, start: int, end: int) -> str:
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    stop = re.compile(r"[.!](?=\s|$)|\n|$").search(text, end)
    return " ".join(text[begin : stop.end() if stop else end].split())[:_LONGEST]
