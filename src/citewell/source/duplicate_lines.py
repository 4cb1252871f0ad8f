"""What stands twice in a file, sign by sign, and can go once without any loss."""

from __future__ import annotations

from citewell.diagnostics import Fix
from citewell.model.source_location import SourceText, Span


def without_copy(source: SourceText, first: Span, second: Span) -> Fix | None:
    """Deleting the lines of the ``second`` if those of the ``first`` are the same and other ones.

    Never lines with a remark: it may belong to what follows.
    """
    one, other = _lines(source, first), _lines(source, second)
    text = _text(source, one)
    if one == other or text != _text(source, other) or any(line.lstrip().startswith("#") for line in text.split("\n")):
        return None
    return Fix("delete the copy", source.locate(other), "")


def _lines(source: SourceText, span: Span) -> Span:
    """The lines a span stands in, from the beginning of the first to the line feed of the last, which belongs to it."""
    end = source.text.find("\n", span.end)
    return Span(source.text.rfind("\n", 0, span.start) + 1, end + 1 if end >= 0 else len(source.text))


def _text(source: SourceText, span: Span) -> str:
    return source.text[span.start : span.end].removesuffix("\n")
