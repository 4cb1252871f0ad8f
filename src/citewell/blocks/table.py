"""A table: a caption, column heads, and rows whose first cell is the row's head.

Written with pipes and a line ``Table: caption`` after it; ``comparison`` writes the same node from a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from citewell.markup import Markup, element, join
from citewell.model.blocks import Html, Node, Parser, Prose, RawBlock, Role
from citewell.model.inlines import join_text
from citewell.model.source_location import Span

NAMES = ("table",)
# More columns than this scroll sideways instead of stacking on a narrow screen.
MOST_STACKED: Final = 4
# Characters in a line of print: 178 mm (A4 within its margins) in letters of 9 points, half as wide as high.
_LINE_OF_PRINT: Final = 110
# The space between two columns, in such characters.
_GAP: Final = 3
_BREAKS: Final = re.compile(r"[\s\-–—]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's head and its other cells; ``head`` is ``None`` when the first cell is empty."""

    span: Span
    head: Prose | None
    cells: tuple[Prose, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.head, *self.cells) if self.head else self.cells


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is the block it was written as (``table`` or ``comparison``); ``columns`` are all its heads."""

    span: Span
    name: str
    anchor: str
    caption: Prose | None
    columns: tuple[Prose, ...]
    rows: tuple[Row, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        captions = (self.caption,) if self.caption else ()
        return (*captions, *self.columns, *self.rows)


NODES = (Table, Row)


def parse(raw: RawBlock, parser: Parser) -> Table:
    """Read caption, heads and rows of a pipe table."""
    caption = parser.prose(raw.title, Role.LABEL) if raw.title else None
    head, *body = raw.children
    columns = read_cells(head.children, parser, Role.LABEL)
    anchor = parser.anchor(join_text(caption.inlines) if caption else "table")
    return Table(raw.span, "table", anchor, caption, columns, tuple(_read_row(row, parser) for row in body))


def read_cells(raw: Iterable[RawBlock], parser: Parser, role: Role) -> tuple[Prose, ...]:
    """The cells of a row, read in one role."""
    return tuple(parser.prose(cell.inline, role) for cell in raw if cell.inline)


def _read_row(raw: RawBlock, parser: Parser) -> Row:
    first, *rest = raw.children
    head = parser.prose(first.inline, Role.LABEL) if first.inline and first.inline.content else None
    return Row(raw.span, head, read_cells(rest, parser, Role.PROSE))


def render(node: Table | Row, html: Html) -> Markup:
    """A table that stacks on a narrow screen if it has few columns, else one that scrolls in a named region.

    Roles are written out, or a browser takes rows that are blocks for no table. On paper nothing scrolls: a table
    whose words need more room than a sheet has gets the class ``listed``, and each row is a list there.
    """
    if isinstance(node, Row):
        return _render_row(node, [""] * len(node.cells), html)
    heads = [element("th", html.inlines(head), role="columnheader", scope="col") for head in node.columns]
    names = [join_text(head.inlines) for head in node.columns[1:]]
    table = element(
        "table",
        element("caption", html.inlines(node.caption), id=node.anchor) if node.caption else None,
        element("thead", element("tr", join(heads), role="row"), role="rowgroup"),
        element("tbody", join([_render_row(row, names, html) for row in node.rows], "\n"), role="rowgroup"),
        role="table",
    )
    if len(node.columns) <= MOST_STACKED:
        return element("div", table, class_="compare")
    scroller = element("div", table, class_="scroller", role="region", aria_labelledby=node.anchor, tabindex=0)
    hint = element("p", html.words("table.sideways"), class_="sideways")
    return element("div", hint, scroller, class_="compare" if _fits_paper(node) else "compare listed")


def _render_row(row: Row, names: list[str], html: Html) -> Markup:
    head = element("th", html.inlines(row.head) if row.head else "", role="rowheader", scope="row")
    # A row with more cells than heads never gets here: a rule refuses it.
    rest = [
        element("td", html.inlines(cell), role="cell", data_col=name)
        for cell, name in zip(row.cells, names, strict=False)
    ]
    return element("tr", head, *rest, role="row")


def _fits_paper(table: Table) -> bool:
    """Whether no word needs more than its column's equal share of a line of print."""
    cells = [*table.columns, *(cell for row in table.rows for cell in (row.head, *row.cells) if cell)]
    texts = (join_text(cell.inlines) for cell in cells)
    longest = max((len(word) for text in texts for word in _BREAKS.split(text)), default=0)
    return (longest + _GAP) * len(table.columns) <= _LINE_OF_PRINT
