"""The fix that writes a whole paragraph again: as a list, or as a table."""

from __future__ import annotations

from citewell.diagnostics import Fix
from citewell.model.blocks import Prose
from citewell.model.source_location import SourceText, Span


def replace_paragraph(source: SourceText, run: Prose, written: str | None, title: str) -> Fix | None:
    """Replace the lines of a paragraph by ``written``, each with the spaces before its first line.

    ``None`` if there is nothing to write, or if the paragraph begins after the marker of an item, quotation or cell.
    """
    start = source.text.rfind("\n", 0, run.span.start) + 1
    indent = source.text[start : run.span.start]
    if written is None or indent.strip():
        return None
    return Fix(title, source.locate(Span(run.span.start, run.span.end)), written.replace("\n", f"\n{indent}"))
