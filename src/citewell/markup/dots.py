"""A field of dots, one for each person: a picture of "12 out of 1,000" as SVG.

The people it happens to are filled dots and the others are rings, so nobody needs colour to tell them apart. A row of
dots is one line whose dashes have no length and round ends, so a thousand people take less than a kilobyte. The style
sheet colours it. The sentence beside it says the same, so screen readers skip it.
"""

from __future__ import annotations

from typing import Final

from citewell.markup import Markup, element

#: More dots than this are too small to be seen.
MOST_DOTS: Final = 10_000
_CELL: Final = 10
#: With so many dots in a row, rings would be too small: paler dots are drawn instead.
_FINE: Final = 100
#: The most people, how many of them are in a row, and the width of the picture, which follows the reader's font size.
_FIELDS: Final = ((100, 10, "11em"), (500, 25, "18em"), (1_000, 40, "18em"), (MOST_DOTS, _FINE, "18em"))


def draw_dots(filled: int, total: int) -> Markup:
    """The picture of ``filled`` people of ``total``, which is at most ``MOST``; the same total has the same scale."""
    columns, width = next((columns, width) for most, columns, width in _FIELDS if total <= most)
    rows = -(-total // columns)
    others = ("pale",) if columns == _FINE else ("ring", "hole")
    paths = [*((name, filled, total) for name in others), ("full", 0, filled)]
    return element(
        "svg",
        *(element("path", class_=name, d=_draw_rows(first, end, columns)) for name, first, end in paths if first < end),
        viewBox=f"0 0 {columns * _CELL} {rows * _CELL}",
        width=width,
        aria_hidden="true",
    )


def _draw_rows(first: int, end: int, columns: int) -> str:
    """Lines through the dots from number ``first`` to before ``end``, row by row; dots are counted from 0.

    A line is one unit longer than its dots, or browsers would not draw the last one.
    """
    lines = []
    for row in range(first // columns, -(-end // columns)):
        begin, after = max(first - row * columns, 0), min(end - row * columns, columns)
        lines.append(f"M{begin * _CELL + _CELL // 2} {row * _CELL + _CELL // 2}h{(after - begin - 1) * _CELL + 1}")
    return "".join(lines)
