"""Characters nobody can see, that change how others are shown, or that were lost: in plain words, each at its place.

They can hide a word from a reviewer, reorder a dose or break a search, so content may not hold them. The list follows
Unicode Technical Report 36 (bidirectional text spoofing) and UTS 39 (default ignorable code points).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from citewell.diagnostics import Location
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText, Span

#: No file is so broken that its editor reads more of one kind of finding than this.
MOST: Final = 100

_BIDIRECTIONAL: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_INVISIBLE: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\U0001d159\U000e0000-\U000e007f"
)
_ODD: Final = re.compile(f"([{_BIDIRECTIONAL}{_CONTROL}{_INVISIBLE}])\\1*")
_IS_BIDIRECTIONAL: Final = re.compile(f"[{_BIDIRECTIONAL}]")
_IS_CONTROL: Final = re.compile(f"[{_CONTROL}]")
#: The replacement character, private use (Word's own bullets), and the beginning of a quotation mark, dash or "≥" whose
#: UTF-8 was read as Windows-1252.
_LOST: Final = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+|â(?:€[^\\s\\w]?|‰[^\\s\\w])")
_JOINERS: Final = "\u200c\u200d"
#: Scripts in which a joiner or non-joiner is spelling: Arabic and its neighbours, the Indic scripts, Myanmar, Khmer,
#: Mongolian (Unicode Standard, section 23.2).
_JOINING: Final = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"
)

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


def odd_characters(source: SourceText) -> tuple[Problem, ...]:
    """Every run of an invisible, reordering or control character in a text, each kind at most ``MOST`` times."""
    counts: dict[str, int] = {}
    flaws = []
    for kind, span, detail in chain(_odd(source.text), _lost(source.text)):
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST:
            flaws.append(Problem(kind, source.locate(span), detail))
    more = {kind: count - MOST for kind, count in counts.items() if count > MOST}
    return (*flaws, *(Problem(kind, Location(source.path), f"and {count:,} more") for kind, count in more.items()))


def hidden_in(text: str, written: str) -> Iterator[tuple[str, str]]:
    r"""The kind and description of odd characters in a text that its source has ``written`` in signs.

    ``&#8238;`` in Markdown and ``"\u202e"`` in YAML become characters that are not in the source. What the library
    itself replaces (``&#0;``) counts as one of them.
    """
    for kind, span, detail in _odd(text):
        if text[span.start] not in written:
            yield kind, detail
    if "\ufffd" in text and "\ufffd" not in written:
        yield "control-character", describe("\ufffd")


def is_visible(text: str) -> bool:
    """Whether a text holds a character that readers see: not only spaces and what nobody can see."""
    return bool(_ODD.sub("", text).strip())


def without_controls(text: str) -> str:
    """The text with every control character replaced by U+FFFD, so that every place stays where it was."""
    return _IS_CONTROL.sub("\ufffd", text)


def describe(character: str) -> str:
    """A character nobody can see, in words: ``zero width space (U+200B)``."""
    return f"{_name(character)} (U+{ord(character):04X})"


def _odd(text: str) -> Iterator[tuple[str, Span, str]]:
    for match in _ODD.finditer(text):
        character = match[1]
        start, end = match.span()
        if character in _JOINERS and end - start == 1 and _joins(text, start):
            continue
        times = f", {end - start:,} times" if end - start > 1 else ""
        yield _kind(character), Span(start, end), describe(character) + times


def _lost(text: str) -> Iterator[tuple[str, Span, str]]:
    """Where a sign was lost on the way here: by a wrong encoding, or because only one font knows it."""
    kind = "lost-character"
    for match in _LOST.finditer(text):
        character = match[0][0]
        yield kind, Span(*match.span()), f'"{match[0]}"' if character == "â" else f"U+{ord(character):04X}"


def _joins(text: str, offset: int) -> bool:
    around = text[max(offset - 1, 0) : offset], text[offset + 1 : offset + 2]
    return all(_JOINING.match(neighbour) for neighbour in around)


def _kind(character: str) -> str:
    if character == "\x00":
        return "nul-character"
    if _IS_BIDIRECTIONAL.match(character):
        return "bidirectional-character"
    return "control-character" if _IS_CONTROL.match(character) else "invisible-character"


def _name(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    if 0xD800 <= ord(character) <= 0xDFFF:
        return "half of a surrogate pair"
    if 0xE0000 <= ord(character) <= 0xE007F:
        return "invisible tag character"
    return unicodedata.name(character, "control character").lower()
