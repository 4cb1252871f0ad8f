"""``:::{comparison}``: a table written as a list, so that long cells with their sources stay readable in the source.

The words after the name are the caption. The first item holds the column heads; each further item is a row: its own
words are the row's head, the items below it the cells.
"""

from __future__ import annotations

from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks.table import Row, Table, render
from citewell.model.blocks import Parser, Prose, RawBlock, Role
from citewell.model.inlines import join_text
from citewell.model.text_problems import ComparisonError, ComparisonShape

__all__ = ["FENCED", "HOLDS", "NAMES", "NODES", "parse", "render"]

NAMES = ("comparison",)
NODES: tuple[type, ...] = ()
FENCED = True
HOLDS: Final = "one list: first the heads of the columns, then an item for each row"


def parse(raw: RawBlock, parser: Parser) -> Table | None:
    """Read the list as a table; where it has another shape, that is a problem."""
    caption = parser.prose(raw.title, Role.LABEL) if raw.title else None
    if len(raw.children) != 1 or raw.children[0].kind != "bullet_list":
        if raw.children:
            parser.note(ComparisonShape(ComparisonError.NOT_ONE_LIST), raw.span)
        # Its problems are still found in the same run.
        read_fence_content(raw, parser)
        return None
    header, *body = raw.children[0].children
    columns = _read_cells(header, parser, Role.LABEL)
    anchor = parser.anchor(join_text(caption.inlines) if caption else "comparison")
    rows = tuple(_read_row(item, parser) for item in body)
    if len(columns) < 2 or not rows:
        parser.note(ComparisonShape(ComparisonError.NO_ROWS), header.span)
    return Table(raw.span, "comparison", anchor, caption, columns, rows)


def _read_row(item: RawBlock, parser: Parser) -> Row:
    cells = _read_cells(item, parser, Role.PROSE)
    return Row(item.span, cells[0] if cells else None, cells[1:])


def _read_cells(item: RawBlock, parser: Parser, role: Role) -> tuple[Prose, ...]:
    """The item's own words (a label), then those of the items below it, in ``role``; other content is a problem."""
    cells: list[Prose] = []
    for child in item.children:
        if child.kind == "paragraph" and child.inline and not cells:
            cells.append(parser.prose(child.inline, Role.LABEL))
        elif child.kind == "bullet_list" and cells:
            cells.extend(_read_cell(below, parser, role) for below in child.children)
        else:
            parser.note(ComparisonShape(ComparisonError.ROW), child.span)
            parser.blocks((child,))
    return tuple(cells)


def _read_cell(item: RawBlock, parser: Parser, role: Role) -> Prose:
    first = item.children[0] if item.children else None
    cell = first.inline if first and first.kind == "paragraph" else None
    for extra in item.children[1:] if cell else item.children:
        parser.note(ComparisonShape(ComparisonError.CELL), extra.span)
        parser.blocks((extra,))
    return parser.prose(cell, role) if cell else Prose(item.span, role, "comparison", ())
