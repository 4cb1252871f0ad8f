"""A field of dots, one for each person: a picture of "12 out of 1,000" as SVG.

Those it happens to are filled dots, the others rings, so colour is not needed to tell them apart. A row of dots is one
line whose dashes have no length and round ends, so a thousand people take less than a kilobyte. The style sheet
colours it. It says nothing that the sentence beside it does not, so screen readers pass over it.
"""

from __future__ import annotations

from typing import Final

from citewell.markup import Markup, element

#: More dots than this are too small to be seen.
MOST: Final = 10_000
_CELL: Final = 10
# For at most so many people: how many dots a row has, and how wide the picture is, in the reader's own size.
_FINE: Final = 100  # so many in a row are too small for rings, and get paler dots instead
_FIELDS: Final = ((100, 10, "11em"), (500, 25, "18em"), (1_000, 40, "18em"), (MOST, _FINE, "18em"))


def dots(filled: int, total: int) -> Markup:
    """The picture of ``filled`` people of ``total``, which is at most ``MOST``; the same total has the same scale."""
    columns, width = next((columns, width) for most, columns, width in _FIELDS if total <= most)
    rows = -(-total // columns)
    others = ("pale",) if columns == _FINE else ("ring", "hole")
    paths = [*((name, filled, total) for name in others), ("full", 0, filled)]
    return element(
        "svg",
        *(element("path", class_=name, d=_rows(first, end, columns)) for name, first, end in paths if first < end),
        viewBox=f"0 0 {columns * _CELL} {rows * _CELL}",
        width=width,
        aria_hidden="true",
    )


def _rows(first: int, end: int, columns: int) -> str:
    """Lines through the dots from number ``first`` to before ``end``, row by row; dots are counted from 0.

    A line continues a little after its last dot, because browsers would not draw that dot otherwise.
    """
    lines = []
    for row in range(first // columns, -(-end // columns)):
        begin, after = max(first - row * columns, 0), min(end - row * columns, columns)
        lines.append(f"M{begin * _CELL + _CELL // 2} {row * _CELL + _CELL // 2}h{(after - begin - 1) * _CELL + 1}")
    return "".join(lines)
