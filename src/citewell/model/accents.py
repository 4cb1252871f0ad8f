"""Accents stacked on one letter: no language writes many, and putting thousands in order takes the square of time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from citewell.model.source_location import Span

#: The most combining marks on one letter (Unicode Standard Annex 15, section 13: Stream-Safe Text Format).
MOST: Final = 30
# Where there may be more: no combining mark is a letter, or comes before U+0300.
_RUN: Final = re.compile(rf"[^\x00-\u02ff\w]{{{MOST + 1},}}")


def find_stacked_accents(text: str) -> Iterator[Span]:
    """The combining marks of each letter that has more than ``MOST``, as spans of the text."""
    for run in _RUN.finditer(text):
        start = run.start()
        for offset in range(run.start(), run.end() + 1):
            if offset < run.end() and unicodedata.combining(text[offset]):
                continue
            if offset - start > MOST:
                yield Span(start, offset)
            start = offset + 1


def remove_stacked_accents(text: str) -> str:
    """The text without the combining marks that are too many on their letter."""
    for stack in reversed(tuple(find_stacked_accents(text))):
        text = text[: stack.start + MOST] + text[stack.end :]
    return text
