"""Running text without its marks: the words, the place of each letter in the source, and where the marks were."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from citewell.model.inlines import Break, Citation, Code, Inline, Strong, Text, Waiver, walk_leaves
from citewell.model.source_location import Span

_CLOSING: Final = frozenset(".,;:!?)]”’…")
_STOPS: Final = frozenset(".!?…")
# White space that is more, or something else, than one space between two words.
_ODD_SPACE: Final = re.compile(r"[^\S ]|\s\s")
_RUN: Final = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class PlainText:
    """The words of a run, white space collapsed.

    Letter ``i`` is in the source from ``starts[i]`` to ``ends[i]``; ``marks`` pairs an offset in ``text`` with the
    mark that was there; ``lead_in_end`` is where a bold beginning ends, else 0. ``breaks`` pairs the offset at which
    a line of the source begins with the line end before it.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: list[tuple[int, Citation | Waiver]] = field(default_factory=list)
    lead_in_end: int = 0
    breaks: list[tuple[int, Break]] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The span of the letters from ``start`` to before ``end`` in the source; at least one letter."""
        return Span(self.starts[start], self.ends[end - 1])


def plain_text(inlines: tuple[Inline, ...]) -> PlainText:
    """The plain text of a run of inlines."""
    writer = _Writer()
    for position, inline in enumerate(inlines):
        for leaf in walk_leaves((inline,)):
            writer.add(leaf)
        if position == 0 and isinstance(inline, Strong):
            writer.plain.lead_in_end = len(writer.plain.starts)
    return writer.finish()


class _Writer:
    """Writes piece by piece, not letter by letter: most pieces have no white space to collapse."""

    def __init__(self) -> None:
        self.plain = PlainText()
        self._pieces: list[str] = []

    def add(self, leaf: Text | Code | Break | Citation | Waiver) -> None:
        if isinstance(leaf, Citation | Waiver):
            self.plain.marks.append((len(self.plain.starts), leaf))
        elif isinstance(leaf, Break):
            self._write(" ", leaf.span, False)
            self.plain.breaks.append((len(self.plain.starts), leaf))
        else:
            self._add_words(leaf.text, leaf.span)

    def finish(self) -> PlainText:
        if self._spaced():
            self._drop_space()
        self.plain.text = "".join(self._pieces)
        return self.plain

    def _add_words(self, words: str, span: Span) -> None:
        """Letters are mapped one to one where the source has the same ones, else all at the whole."""
        literal = span.end - span.start == len(words)
        if not _ODD_SPACE.search(words):
            self._write(words, span, literal)
            return
        for run in _RUN.finditer(words):
            where = Span(span.start + run.start(), span.start + run.end()) if literal else span
            if run[0].isspace():
                self._write(" ", Span(where.start, where.start + 1) if literal else where, literal)
            else:
                self._write(run[0], where, literal)

    def _write(self, words: str, span: Span, literal: bool) -> None:
        """Add letters in which each white space is one space; none is kept after another, or at the beginning."""
        start, end = span
        if words.startswith(" ") and (self._spaced() or not self._pieces):
            words = words[1:]
            start += literal
        if not words:
            return
        if words[0] in _CLOSING and self._spaced() and self._after_mark() and not self._resumes(words):
            # ``common [@a].`` reads "common." once the mark is out.
            self._drop_space()
        self._pieces.append(words)
        self.plain.starts += range(start, end) if literal else [start] * len(words)
        self.plain.ends += range(start + 1, end + 1) if literal else [end] * len(words)

    def _spaced(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].endswith(" ")

    def _after_mark(self) -> bool:
        return bool(self.plain.marks) and self.plain.marks[-1][0] == len(self.plain.starts)

    def _resumes(self, words: str) -> bool:
        """Whether dots begin a sentence after one that has ended, as in ``It helps. [@a] …and it is cheap``."""
        return words.startswith(("…", "..")) and self._pieces[-1][-2:-1] in _STOPS

    def _drop_space(self) -> None:
        """Take the last space out; the marks after it move with what follows."""
        rest = self._pieces.pop()[:-1]
        if rest:
            self._pieces.append(rest)
        self.plain.starts.pop()
        self.plain.ends.pop()
        marks, end = self.plain.marks, len(self.plain.starts)
        number = len(marks) - 1
        while number >= 0 and marks[number][0] > end:
            marks[number] = (end, marks[number][1])
            number -= 1
