"""Where things are in a source file: spans of code points, and the text that turns them into lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from citewell.diagnostics import Location


class Span(NamedTuple):
    """A half-open stretch of a source text, in Unicode code points from its beginning."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one source file, its line ends already normalised to line feeds.

    ``path`` is relative to the project and written with ``/``.
    """

    path: str
    text: str
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        object.__setattr__(self, "line_starts", tuple(starts))

    def locate(self, span: Span) -> Location:
        """The lines and columns (both from 1) of a span."""
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        return Location(self.path, line, column, end_line, end_column)

    def span(self, place: Location) -> Span:
        """The span of a place in this text, the inverse of ``locate``."""
        return Span(
            self.line_starts[place.line - 1] + place.column - 1,
            self.line_starts[place.end_line - 1] + place.end_column - 1,
        )

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset) - 1
        return line + 1, offset - self.line_starts[line] + 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A plain value an editor typed, and where."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A day an editor typed, and where."""

    day: date
    span: Span
