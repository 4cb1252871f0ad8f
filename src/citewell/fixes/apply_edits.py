"""Apply fixes to a text; everything else in it stays as it was.

Findings count lines and columns in a text whose line ends are line feeds and whose byte order mark is gone. A file may
have any line ends, even several sorts, and the mark, and has to keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from citewell.diagnostics import Fix, Location
from citewell.model.source_location import Span

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK: Final = "\ufeff"


class Edited(NamedTuple):
    """A text after fixes, and how many were applied."""

    text: str
    made: int


def apply(text: str, fixes: Iterable[Fix]) -> Edited:
    """Apply fixes to the text of one file, as it is on the disk.

    Overlapping fixes: the first wins; at one offset, the shortest. The other is left for the next check of the new
    text, where it may no longer be needed.
    """
    lines = _line_starts(text)
    parts: list[str] = []
    made = done = 0
    last = -1
    for span, replacement in sorted((_span(fix.location, lines), fix.replacement) for fix in fixes):
        if span.start == last or span.start < done:
            continue
        parts += (text[done : span.start], replacement.replace("\n", _line_end_near(text, span)))
        last, done = span
        made += 1
    return Edited("".join([*parts, text[done:]]), made)


def _line_starts(text: str) -> list[int]:
    """Where each line begins, the first one after a byte order mark."""
    first = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    return [first, *(end.end() for end in _LINE_END.finditer(text))]


def _line_end_near(text: str, span: Span) -> str:
    """The line end of the lines that are replaced, or of the file; a line feed where it has none."""
    found = _LINE_END.search(text, span.start) or _LINE_END.search(text)
    return found[0] if found else "\n"


def _span(place: Location, lines: list[int]) -> Span:
    return Span(lines[place.line - 1] + place.column - 1, lines[place.end_line - 1] + place.end_column - 1)
