"""Plots as SVG inside the page: text stays text, and each colour is one of the page's own, so that it turns dark too.

matplotlib draws with the colours of ``_PAINT``; in its SVG each becomes the variable of the page's styles. A plot is
drawn for a wide page and for a narrow one, because text that shrinks with a picture cannot be read on a telephone.
"""

from __future__ import annotations

import logging
import re
import textwrap
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from citewell.markup import Markup, element, join

#: What matplotlib paints with, and the variable of the page's styles that takes its place.
_PAINT: Final = {
    "#010101": "--ink",
    "#020202": "--ink-2",
    "#030303": "--line",
    "#040404": "--paper",
    "#050505": "--plot-1",
    "#060606": "--plot-2",
    "#070707": "--plot-3",
    "#080808": "--plot-4",
}
_INK, _INK_2, _LINE, _PAPER, *_SERIES = _PAINT
_MARKERS: Final = ("o", "s", "^", "D")
_WIDE, _NARROW = 640, 320  # CSS pixels; the figure is a little narrower than the page
_TEXT: Final = 15  # CSS pixels, the smallest text of our pages
_ROW, _LINE_OF_TEXT = 26, 20  # CSS pixels: of a bar with its gap, and of each further line of its label
_LEGEND: Final = 30  # CSS pixels of a row of the legend
_AXIS: Final = 34  # CSS pixels of the numbers below
_LINES_TALL: Final = 300  # CSS pixels of a plot of lines
_PIXELS: Final = 72  # an inch of matplotlib's SVG has so many units; one unit is shown as a CSS pixel
_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_COLOUR: Final = re.compile("|".join(_PAINT))
_FONT: Final = re.compile(r"font-family: [^;]*")
#: What is left out: what matplotlib says about itself, its styles for every element of a page, and what it cuts off.
_DROPPED: Final = ("metadata", "style", "clipPath")
_STYLE: Final[dict[Any, Any]] = {  # matplotlib's type lists every setting
    "svg.fonttype": "none",
    "text.parse_math": False,  # a dollar sign in a title is one
    "font.size": _TEXT,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _INK,
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "xtick.major.pad": 8,
}

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it also reports where it keeps what it knows about fonts


@dataclass(frozen=True, slots=True)
class PlotBars:
    """PlotBars from left to right, one a row, each of a part for every series."""

    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlotLines:
    """PlotLines over time, in per cent: a value of every series for each step."""

    series: tuple[str, ...]
    steps: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


def draw_plot(plot: PlotBars | PlotLines, name: str, title: str, says: str) -> Markup:
    """A plot for wide and narrow pages. ``name`` makes its ids unique; ``says`` is what it shows, in a sentence."""
    return join([_draw(plot, f"{name}-{kind}", kind, (title, says)) for kind in ("wide", "narrow")])


def _draw(plot: PlotBars | PlotLines, name: str, kind: str, words: tuple[str, str]) -> Markup:
    width = _WIDE if kind == "wide" else _NARROW
    with rc_context({**_STYLE, "svg.hashsalt": name}), warnings.catch_warnings():
        # It measures text with a font of its own; what that lacks, the browser of a reader may have.
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = _draw_bars(plot, width) if isinstance(plot, PlotBars) else _draw_lines(plot, width)
        written = BytesIO()
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return _clean(written.getvalue(), name, kind, words)


def _draw_bars(plot: PlotBars, width: int) -> Figure:
    letters = 34 if width == _WIDE else 18  # of a label's line: a little under half of the width
    labels = [textwrap.wrap(label, letters, max_lines=3, placeholder=" …") or [""] for label, _ in plot.rows]
    several = len(plot.series) > 1
    legend = _LEGEND * (1 if width == _WIDE else len(plot.series)) if several else 0
    tall = [_ROW + _LINE_OF_TEXT * (len(lines) - 1) for lines in labels]
    with _figure(width, sum(tall) + legend + _AXIS) as (figure, axes):
        places = [-(sum(tall[:row]) + tall[row] / 2) for row in range(len(tall))]
        starts = [0.0] * len(labels)
        for number, (series, paint) in enumerate(zip(plot.series, _SERIES, strict=False)):
            values = [parts[number] for _, parts in plot.rows]
            axes.barh(places, values, 18, starts, color=paint, edgecolor=_PAPER, label=series, clip_on=False)
            starts = [start + value for start, value in zip(starts, values, strict=True)]
        for place, end in zip(places, starts, strict=True):
            axes.annotate(f"{end:g}", (end, place), (4, 0), textcoords="offset points", va="center", color=_INK)
        for place, lines in zip(places, labels, strict=True):
            _write_label(axes, place, lines)
        axes.set_yticks([])
        axes.set_ylim(-sum(tall), 0)
        axes.set_xlim(0, (max(starts, default=0) or 1) * (1.1 if width == _WIDE else 1.25))
        axes.xaxis.set_major_locator(MaxNLocator(4 if width == _WIDE else 2, integer=True))
        axes.grid(axis="x", color=_LINE)
        if several:
            _draw_legend(figure, width, len(plot.series))
    return figure


def _write_label(axes: Axes, place: float, lines: Sequence[str]) -> None:
    """The lines of a label before its bar, each a text of its own, so that any font ends them at one place."""
    for number, line in enumerate(lines):
        up = _LINE_OF_TEXT * ((len(lines) - 1) / 2 - number)
        axes.annotate(
            line,
            (0, place),
            (-6, up),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            annotation_clip=False,
            ha="right",
            va="center",
            color=_INK,
        )


def _draw_lines(plot: PlotLines, width: int) -> Figure:
    legend = _LEGEND * (1 if width == _WIDE else len(plot.series))
    with _figure(width, _LINES_TALL + legend) as (figure, axes):
        steps = range(len(plot.steps))
        for number, (series, paint, marker) in enumerate(zip(plot.series, _SERIES, _MARKERS, strict=False)):
            values = [each[number] for each in plot.values]
            axes.plot(steps, values, color=paint, marker=marker, linewidth=2, label=series, clip_on=False)
        every = -(-len(plot.steps) // (6 if width == _WIDE else 3))
        axes.set_xticks(steps[::every], plot.steps[::every])
        axes.set_ylim(0, 100)
        axes.set_yticks(range(0, 101, 25), [f"{percent} %" for percent in range(0, 101, 25)])
        axes.grid(axis="y", color=_LINE)
        _draw_legend(figure, width, len(plot.series))
    return figure


@contextmanager
def _figure(width: int, height: int) -> Iterator[tuple[Figure, Axes]]:
    """A figure of so many CSS pixels, with bare axes; what is drawn in the block is then fitted into it."""
    figure = Figure((width / _PIXELS, height / _PIXELS), dpi=_PIXELS, layout="constrained")
    axes = figure.add_subplot()
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    yield figure, axes


def _draw_legend(figure: Figure, width: int, series: int) -> None:
    columns = series if width == _WIDE else 1
    figure.legend(loc="outside upper left", ncols=columns, frameon=False, handlelength=1.2, borderpad=0)


def _clean(svg: bytes, name: str, kind: str, words: tuple[str, str]) -> Markup:
    """An SVG without what matplotlib says about itself, in the colours and letters of the page, with title and text."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - matplotlib wrote it just now
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.removeprefix(f"{{{_SVG}}}") in _DROPPED:
                parent.remove(child)
    referred = {value[1:] for each in root.iter() if (value := each.get(f"{{{_XLINK}}}href", "")).startswith("#")}
    for each in root.iter():
        _restyle(each, name, referred)
    drawn = Markup("".join(_write(child) for child in root))
    ids = f"{name}-title", f"{name}-text"
    said = (element("title", words[0], id=ids[0]), element("desc", words[1], id=ids[1]))
    view = root.get("viewBox")
    assert view, "matplotlib always says how large a picture is"
    _, _, width, height = view.split()
    opening = f'<svg class="{kind}" role="img" aria-labelledby="{" ".join(ids)}" viewBox="{view}"'
    return Markup(f'{opening} width="{width}" height="{height}">') + join([*said, drawn]) + Markup("</svg>")


def _restyle(each: ElementTree.Element, name: str, referred: set[str]) -> None:
    """Colours and letters of the page in one element, and an id only where something refers to it."""
    own = each.get("id")
    if own in referred:
        each.set("id", f"{name}-{own}")
    elif own:
        del each.attrib["id"]
    link = each.attrib.pop(f"{{{_XLINK}}}href", "")
    if link:
        each.set("href", f"#{name}-{link[1:]}")
    each.attrib.pop("clip-path", None)
    style = each.get("style")
    if style:
        painted = _COLOUR.sub(lambda found: f"var({_PAINT[found[0]]})", style)
        each.set("style", _FONT.sub("font-family: inherit", painted))


def _write(node: ElementTree.Element) -> str:
    for each in node.iter():
        each.tag = each.tag.removeprefix(f"{{{_SVG}}}")
    return ElementTree.tostring(node, encoding="unicode").strip()
