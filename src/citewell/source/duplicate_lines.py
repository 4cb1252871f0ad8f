"""Lines that a file has twice, character by character, of which one copy can go without any loss."""

from __future__ import annotations

from citewell.model.problems import Replacement
from citewell.model.source_location import SourceText, Span


def delete_copy(source: SourceText, first: Span, second: Span) -> Replacement | None:
    """The deletion of the lines of ``second``, if those of ``first`` are equal and not the same lines.

    Never lines with a comment: it may belong to what follows.
    """
    one, other = _lines(source, first), _lines(source, second)
    text = _text(source, one)
    if one == other or text != _text(source, other) or any(line.lstrip().startswith("#") for line in text.split("\n")):
        return None
    return Replacement(source.locate(other), "")


def _lines(source: SourceText, span: Span) -> Span:
    """The lines a span is in, from the beginning of the first to the line feed of the last, which belongs to it."""
    end = source.text.find("\n", span.end)
    return Span(source.text.rfind("\n", 0, span.start) + 1, end + 1 if end >= 0 else len(source.text))


def _text(source: SourceText, span: Span) -> str:
    return source.text[span.start : span.end].removesuffix("\n")
