"""What the page is put together from: sections, tables, and figures with their numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citewell.formats.report.html.plots import PlotBars, PlotLines, draw_plot
from citewell.markup import Child, Markup, element, join
from citewell.team_report.figures import Count


class ReportSection(NamedTuple):
    """A part of the page with a heading, which the contents link to."""

    id: str
    title: str
    content: tuple[Markup, ...]


class NumberTable(NamedTuple):
    """A table: the heads of its columns, and its rows, of which the first cell is the head of the row.

    Columns of numbers are those whose cells are numbers.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Child | int | float, ...], ...]


def make_table(table: NumberTable) -> Markup:
    """A table that can be moved sideways where it is too wide; ``None`` in a cell is a dash."""
    numeric = [any(isinstance(row[at], int | float) for row in table.rows) for at in range(len(table.heads))]
    heads = (
        element("th", head, scope="col", class_="number" if number else None)
        for head, number in zip(table.heads, numeric, strict=True)
    )
    rows = (_make_row(row, numeric) for row in table.rows)
    caption = element("caption", table.caption)
    body = element("tbody", join([*rows], "\n"))
    inside = join([caption, element("thead", element("tr", *heads)), body], "\n")
    whole = element("table", inside)
    return element("div", whole, class_="wide-table", role="region", aria_label=table.caption, tabindex=0)


def _make_row(row: Sequence[Child | int | float], numeric: Sequence[bool]) -> Markup:
    first, *rest = row
    cells = [element("th", _show(first), scope="row")]
    cells += [
        element("td", _show(cell), class_="number" if number else None)
        for cell, number in zip(rest, numeric[1:], strict=True)
    ]
    return element("tr", *cells)


def _show(cell: Child | float) -> Child:
    if cell is None:
        return "–"
    if isinstance(cell, int):
        return f"{cell:,}"
    return f"{cell:g}" if isinstance(cell, float) else cell


def make_figure(name: str, says: str, plot: PlotBars | PlotLines, table: NumberTable) -> Markup:
    """A plot with its caption, and the same numbers as a table below it. ``says`` is what the plot shows."""
    caption = element("figcaption", table.caption)
    drawn = element("div", draw_plot(plot, name, table.caption, says), class_="plot")
    numbers = element("details", element("summary", "The numbers as a table"), make_table(table))
    return element("figure", join([caption, drawn, numbers], "\n"), id=name)


def make_count_figure(name: str, caption: str, head: str, of: str, counts: Iterable[Count]) -> Markup:
    """A figure of counts: a bar each. ``head`` says what is counted by, ``of`` what is counted."""
    known = tuple(counts)
    plot = PlotBars((of,), tuple((each.label, (each.count,)) for each in known))
    says = "; ".join(f"{each.label}: {each.count:,}" for each in known)
    return make_figure(
        name, says, plot, NumberTable(caption, (head, of), tuple((each.label, each.count) for each in known))
    )


def make_list(items: Iterable[Child], most: int, more: str) -> Markup:
    """A list; of a very long one the first ``most``, and how many ``more`` there are."""
    known = list(items)
    rows = [element("li", item) for item in known[:most]]
    if len(known) > most:
        rows.append(element("li", f"and {len(known) - most:,} {more}"))
    return element("ul", join(rows, "\n"))


def paragraph(*words: Child) -> Markup:
    """A paragraph."""
    return element("p", *words)
