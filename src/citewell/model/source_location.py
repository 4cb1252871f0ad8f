"""Where things are in a source file: spans of code points, and the text that turns them into lines and columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from citewell.diagnostics import Location


class Span(NamedTuple):
    """A half-open stretch of a source text, in Unicode code points from its beginning."""

    start: int
    end: int


class LocatedText(NamedTuple):
    """A text that somebody typed, and where it is."""

    text: str
    location: Location


class Piece(NamedTuple):
    """A stretch of a composed text: where it begins in that, the file it comes from, and its offset in the file."""

    start: int
    source: SourceText
    offset: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one source file, its line ends already normalised to line feeds.

    ``path`` is relative to the project and written with ``/``. A text composed of several files (``insert_texts``) has
    ``pieces`` that follow one another without a gap; its ``path`` is that of the file that uses the others.
    """

    path: str
    text: str
    pieces: tuple[Piece, ...] = ()
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _by_path: Mapping[str, Sequence[Piece]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        object.__setattr__(self, "line_starts", tuple(starts))
        by_path: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            by_path.setdefault(piece.source.path, []).append(piece)
        object.__setattr__(self, "_by_path", by_path)

    def locate(self, span: Span) -> Location:
        """The file, lines and columns (both from 1) of a span; one over several pieces ends with its first."""
        if self.pieces:
            number = bisect_right(self.pieces, span.start, key=attrgetter("start")) - 1
            piece = self.pieces[number]
            stop = self.pieces[number + 1].start if number + 1 < len(self.pieces) else len(self.text)
            move = piece.offset - piece.start
            return piece.source.locate(Span(span.start + move, max(span.start, min(span.end, stop)) + move))
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        return Location(self.path, line, column, end_line, end_column)

    def span(self, place: Location) -> Span:
        """The span of a place in this text, the inverse of ``locate``; of a file that is used twice, in its first use.

        Raises ``ValueError`` for a place in a file, or a part of one, that is not in a composed text.
        """
        if not self.pieces:
            return Span(
                self.line_starts[place.line - 1] + place.column - 1,
                self.line_starts[place.end_line - 1] + place.end_column - 1,
            )
        pieces = self._by_path.get(place.path, ())
        if pieces:
            start, end = pieces[0].source.span(place)
            last = bisect_right(pieces, start, key=attrgetter("offset")) - 1
            piece = pieces[bisect_left(pieces, pieces[last].offset, key=attrgetter("offset"))]
            move = piece.start - piece.offset
            found = Span(start + move, end + move)
            if self.locate(found) == place:
                return found
        raise ValueError(place)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset) - 1
        return line + 1, offset - self.line_starts[line] + 1


def insert_texts(source: SourceText, inserted: Iterable[tuple[Span, SourceText]]) -> SourceText:
    """A text with others in the place of some of its spans, which are in order and do not touch.

    Every place in it leads to the file where it is written.
    """
    pieces, parts = [Piece(0, source, 0)], list[str]()
    length = done = 0
    for span, other in inserted:
        parts += (source.text[done : span.start], other.text)
        length += span.start - done
        pieces.append(Piece(length, other, 0))
        length, done = length + len(other.text), span.end
        pieces.append(Piece(length, source, done))
    return SourceText(source.path, "".join([*parts, source.text[done:]]), tuple(pieces))


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
