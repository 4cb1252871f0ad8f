"""The colours of the theme by name, and which of them must be distinct.

A pair is declared here once: what is derived from a site's own colour is made to hold it, and a test holds the theme's
own colours to it. The values themselves are those of the theme's style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import citewell
from citewell.palette.colours import Rgb, lay_over, measure_contrast, read_hex

STYLE_SHEET: Final = Path(citewell.__file__).parent / "theme" / "assets" / "citewell.css"
#: WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (focus ring, edges that say something).
TEXT: Final = 4.5
SHAPE: Final = 3.0


class Scheme(StrEnum):
    """What a reader's system asks for."""

    LIGHT = "light"
    DARK = "dark"


class Tint(NamedTuple):
    """A translucent colour."""

    colour: Rgb
    alpha: float


Token: TypeAlias = Rgb | Tint
Tokens: TypeAlias = Mapping[str, Token]
"""The colours of a scheme by the names of their CSS properties, without the hyphens before them."""


class Pair(NamedTuple):
    """What is drawn in ``ink`` contrasts with each of ``surfaces`` by ``least`` to 1.

    A surface of several layers names them from the top: ``chip/paper`` is a mark's fill on plain paper.
    """

    ink: str
    surfaces: tuple[str, ...]
    least: float = TEXT


_PLAIN: Final = ("paper", "wash", "brand-tint", "eme-tint", "urg-tint", "non-tint")  # where running text may be
_TINTED: Final = (*_PLAIN, "mark")  # and where a reader has landed
_MARKS: Final = tuple(f"chip/{surface}" for surface in _PLAIN)  # a citation mark, or a statement that was chosen
_HOVERED: Final = tuple(f"chip-hover/{surface}" for surface in _PLAIN)
PAIRS: Final = (
    Pair("ink", (*_TINTED, *_MARKS)),
    Pair("ink-2", _TINTED),
    Pair("brand", ("paper", "wash", "brand-tint")),
    Pair("on-brand", ("brand",)),
    Pair("link", (*_TINTED, *_MARKS)),
    Pair("link-hover", (*_TINTED, *_MARKS, *_HOVERED)),
    Pair("visited", (*_TINTED, *_MARKS)),
    Pair("eme", ("paper", "wash", "eme-tint")),
    Pair("wait-ink", ("wait",)),
    Pair("demo-ink", ("demo",)),
    Pair("ring", (*_TINTED, "demo"), SHAPE),
    Pair("rule", ("paper", "wash"), SHAPE),
    Pair("line-strong", ("paper", "brand-tint"), SHAPE),
    Pair("do", ("paper", "brand-tint"), SHAPE),
    Pair("dont", ("paper",), SHAPE),
    Pair("mark-line", ("mark", "paper"), SHAPE),
)
#: What means something by its colour, too: emergency, urgent, not yet reviewed, demonstration.
SIGNALS: Final = ("eme", "urg", "wait-ink", "demo-line")

_BLOCK: Final = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_COLOUR: Final = re.compile(
    r"--(?P<name>[a-z0-9-]+):\s*(?:(?P<hex>#[0-9a-f]+)|rgb\((?P<parts>[\d ]+)/(?P<alpha>[\d.]+)\))\s*;"
)


@cache
def read_theme_tokens(scheme: Scheme) -> Tokens:
    """The theme's own colours: its first ``:root``, with those of the second in the dark."""
    light, dark = _BLOCK.findall(STYLE_SHEET.read_text(encoding="utf-8"))[:2]
    return _read_colours(light) | (_read_colours(dark) if scheme is Scheme.DARK else {})


def list_contrasts(tokens: Tokens, pair: Pair) -> list[float]:
    """The contrast of a pair on each of its surfaces."""
    return [contrast_on(tokens, _solid(tokens[pair.ink]), surface) for surface in pair.surfaces]


def contrast_on(tokens: Tokens, ink: Rgb, surface: str) -> float:
    """The contrast of a colour with a surface, which may have several layers."""
    return measure_contrast(ink, paint(tokens, surface))


def paint(tokens: Tokens, surface: str) -> Rgb:
    """The colour that is seen of a surface."""
    *upper, lowest = surface.split("/")
    seen = _solid(tokens[lowest])
    for layer in reversed(upper):
        seen = _lay(tokens[layer], seen)
    return seen


def _lay(layer: Token, below: Rgb) -> Rgb:
    return layer if isinstance(layer, Rgb) else lay_over(layer.colour, layer.alpha, below)


def _solid(token: Token) -> Rgb:
    assert isinstance(token, Rgb), "text, and the lowest layer of a surface, is never translucent"
    return token


def _read_colours(block: str) -> dict[str, Token]:
    found: dict[str, Token] = {}
    for each in _COLOUR.finditer(block):
        colour = read_hex(each["hex"]) if each["hex"] else Rgb(*map(int, each["parts"].split()))
        assert colour is not None, f"{each['name']} in the theme's style sheet is a colour"
        found[each["name"]] = colour if each["hex"] else Tint(colour, float(each["alpha"]))
    return found
