"""Characters nobody can see, that change how others are shown, or that were lost, each at its place.

They can hide a word from a reviewer, reorder a dose or break a search, so content may not hold them. The list follows
Unicode Technical Report 36 (bidirectional text spoofing) and UTS 39 (default ignorable code points).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from citewell.diagnostics import Location
from citewell.model.accents import remove_stacked_accents
from citewell.model.file_problems import (
    BidirectionalCharacter,
    ControlCharacter,
    InvisibleCharacter,
    LostCharacter,
    NulCharacter,
    OddCharacter,
)
from citewell.model.problems import AnyProblem, Problem
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


def find_odd_characters(source: SourceText) -> tuple[AnyProblem, ...]:
    """Every run of an invisible, reordering or control character in a text, each kind at most ``MOST`` times."""
    counts: Counter[type[OddCharacter]] = Counter()
    problems: list[AnyProblem] = []
    last: dict[type[OddCharacter], str] = {}
    for span, facts in chain(_find_odd(source.text), _find_lost(source.text)):
        kind = type(facts)
        counts[kind] += 1
        last[kind] = facts.character
        if counts[kind] <= MOST:
            problems.append(Problem(source.locate(span), facts))
    for kind, count in counts.items():
        if count > MOST:
            problems.append(Problem(Location(source.path), kind(last[kind], more=count - MOST)))
    return tuple(problems)


def find_hidden_characters(text: str, written: str) -> Iterator[OddCharacter]:
    r"""The odd characters in a text that its source has ``written`` in other characters.

    ``&#8238;`` in Markdown and ``"\u202e"`` in YAML become characters that are not in the source. What the library
    itself replaces (``&#0;``) counts as one of them.
    """
    for span, facts in _find_odd(text):
        if text[span.start] not in written:
            yield facts
    if "\ufffd" in text and "\ufffd" not in written:
        yield ControlCharacter("\ufffd")


def is_visible(text: str) -> bool:
    """Whether a text holds a character that readers see: not only spaces and what nobody can see."""
    return bool(_ODD.sub("", text).strip())


def remove_odd_characters(text: str) -> str:
    """The text without the characters that content may not hold; where one was lost there is a question mark.

    For words that somebody typed elsewhere, which nobody here can correct.
    """
    seen = _ODD.sub(lambda odd: odd[0] if odd[1] in _JOINERS and _is_joining(text, odd.start()) else "", text)
    return remove_stacked_accents(_LOST.sub("?", seen))


def replace_controls(text: str) -> str:
    """The text with every control character replaced by U+FFFD, so that every place stays where it was."""
    return _IS_CONTROL.sub("\ufffd", text)


def _find_odd(text: str) -> Iterator[tuple[Span, OddCharacter]]:
    for match in _ODD.finditer(text):
        character = match[1]
        start, end = match.span()
        if character in _JOINERS and end - start == 1 and _is_joining(text, start):
            continue
        yield Span(start, end), _classify(character)(character, end - start)


def _find_lost(text: str) -> Iterator[tuple[Span, OddCharacter]]:
    """Where a character was lost on the way here: by a wrong encoding, or because only one font knows it."""
    for match in _LOST.finditer(text):
        yield Span(*match.span()), LostCharacter(match[0] if match[0][0] == "â" else match[0][0])


def _is_joining(text: str, offset: int) -> bool:
    around = text[max(offset - 1, 0) : offset], text[offset + 1 : offset + 2]
    return all(_JOINING.match(neighbour) for neighbour in around)


def _classify(character: str) -> type[OddCharacter]:
    if character == "\x00":
        return NulCharacter
    if _IS_BIDIRECTIONAL.match(character):
        return BidirectionalCharacter
    return ControlCharacter if _IS_CONTROL.match(character) else InvisibleCharacter
