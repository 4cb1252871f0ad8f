"""Running text without its marks: the words, where each letter stands in the source, and where the marks were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from citewell.model.inlines import Break, Citation, Code, Inline, Strong, Text, Waiver, leaves
from citewell.model.place import Span

_CLOSING: Final = frozenset(".,;:!?)]”’…")


@dataclass(slots=True)
class PlainText:
    """The words of a run, white space collapsed.

    ``spans[i]`` is where letter ``i`` stands in the source; ``marks`` pairs an offset in ``text`` with the mark that
    stood there; ``lead_in_end`` is where a bold beginning ends, else 0.
    """

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    marks: list[tuple[int, Citation | Waiver]] = field(default_factory=list)
    lead_in_end: int = 0


def plain_text(inlines: tuple[Inline, ...]) -> PlainText:
    """The plain text of a run of inlines."""
    writer = _Writer()
    for position, inline in enumerate(inlines):
        for leaf in leaves((inline,)):
            writer.add(leaf)
        if position == 0 and isinstance(inline, Strong):
            writer.plain.lead_in_end = len(writer.letters)
    return writer.finish()


class _Writer:
    def __init__(self) -> None:
        self.plain = PlainText()
        self.letters: list[str] = []

    def add(self, leaf: Text | Code | Break | Citation | Waiver) -> None:
        if isinstance(leaf, Citation | Waiver):
            self.plain.marks.append((len(self.letters), leaf))
        elif isinstance(leaf, Break):
            self._letter(" ", leaf.span)
        else:
            for letter, span in _letters(leaf):
                self._letter(letter, span)

    def _letter(self, letter: str, span: Span) -> None:
        spaced = bool(self.letters) and self.letters[-1] == " "
        if letter.isspace():
            if spaced or not self.letters:
                return
            letter = " "
        elif spaced and letter in _CLOSING and self.plain.marks and self.plain.marks[-1][0] == len(self.letters):
            # ``common [@a].`` reads "common." once the mark is out.
            self.letters.pop()
            self.plain.spans.pop()
            self.plain.marks[-1] = (len(self.letters), self.plain.marks[-1][1])
        self.letters.append(letter)
        self.plain.spans.append(span)

    def finish(self) -> PlainText:
        while self.letters and self.letters[-1] == " ":
            self.letters.pop()
            self.plain.spans.pop()
        self.plain.text = "".join(self.letters)
        return self.plain


def _letters(leaf: Text | Code) -> list[tuple[str, Span]]:
    """Each letter with its place; one to one where the source has the same letters, else all at the whole."""
    start, end = leaf.span
    if end - start == len(leaf.text):
        return [(letter, Span(start + index, start + index + 1)) for index, letter in enumerate(leaf.text)]
    return [(letter, leaf.span) for letter in leaf.text]
