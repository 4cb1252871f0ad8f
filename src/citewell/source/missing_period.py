"""Places where a full stop may have been forgotten, so that two sentences would share one source in silence.

That happens at the end of a line ("Drink water", and "Call 999." on the next), and after a mark. A line end says
nothing in prose that is wrapped at a width, so that prose is recognised first: its lines end in the middle of
sentences, where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from citewell.lexicon.abbreviations import BEGINNINGS, UNFINISHED
from citewell.model.inlines import Break
from citewell.source.plain_text import PlainText

# After these a sentence has ended, or continues; a bracket in the text is mostly a malformed mark, which is reported.
_PUNCTUATION: Final = ".!?…:;,–—-/(&+=<>≤≥]。！？：；，、؟؛،۔।"
_OPENERS: Final = "([\"“'‘"
_CLOSERS: Final = " \"'”’»)*†‡"
# How far the width is known: lines are measured without their indent, and the longest may fall short of it.
_INACCURATE: Final = 6
_FARTHEST: Final = 80  # letters before a place in which the word before it is looked for
_NEXT_WORD: Final = re.compile(r"[(\[\"“'‘]*(\w+)\S*")


def find_missing_periods(words: PlainText, start: int, width: int) -> tuple[int, ...]:
    """The offsets at which a sentence may begin although none ended.

    ``start`` is where the text begins in the source, ``width`` that of its wrapped lines (0: none are).
    """
    text = words.text
    found = {
        offset
        for offset, line_end, length in _lines(words, start)
        if _may_begin(text, offset, line_end.hard or not _is_full(length, _next_length(words, offset), width))
    }
    for mark, _ in words.marks:
        if text[mark - 1 : mark] not in _PUNCTUATION:  # most are after a full stop
            offset = mark + (text[mark : mark + 1] == " ")
            if _may_begin(text, offset, False):
                found.add(offset)
    return tuple(sorted(found))


def measure_wrapped_width(texts: Iterable[tuple[PlainText, int]]) -> int:
    """The longest line that ends in the middle of a sentence, of all texts with where they start in the source."""
    return max(
        (
            length
            for words, start in texts
            for offset, line_end, length in _lines(words, start)
            if not line_end.hard and words.text[offset : offset + 1].islower() and _is_open(words.text, offset)
        ),
        default=0,
    )


def _lines(words: PlainText, start: int) -> Iterator[tuple[int, Break, int]]:
    """For each line end: where the next line begins in the text, the line end, and how long the line before it is."""
    for offset, line_end in words.breaks:
        yield offset, line_end, line_end.span.start - start
        start = line_end.span.end


def _is_full(length: int, next_length: int, width: int) -> bool:
    """Whether a line of wrapped prose ended because the next word did not fit."""
    return width - next_length - _INACCURATE < length <= width + _INACCURATE


def _before(text: str, offset: int) -> str:
    return text[max(0, offset - _FARTHEST) : offset].rstrip(_CLOSERS)


def _is_open(text: str, offset: int) -> bool:
    """Whether a sentence continues at ``offset``, as far as its punctuation shows."""
    before = _before(text, offset)
    return bool(before) and before[-1] not in _PUNCTUATION


def _may_begin(text: str, offset: int, telling: bool) -> bool:
    """Whether a sentence may begin at ``offset``; ``telling`` says that a capital letter there is enough to ask."""
    if not _is_open(text, offset):
        return False
    after = _NEXT_WORD.match(text, offset)
    if not after or not after[1][0].isupper():
        return False
    if _before(text, offset).rpartition(" ")[2].lstrip(_OPENERS).casefold() in UNFINISHED:
        return False
    return telling or after[1].casefold() in BEGINNINGS


def _next_length(words: PlainText, offset: int) -> int:
    """How long the next word is with the space before it."""
    after = _NEXT_WORD.match(words.text, offset)
    return 1 + len(after[0]) if after else 0
