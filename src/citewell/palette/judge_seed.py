"""Whether a site can have a colour as its own, and if not, the nearest one that it can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from citewell.palette.colours import Oklch, Rgb, measure_contrast, measure_distance, read_hex, to_oklch, to_rgb
from citewell.palette.derive import tint_surface
from citewell.palette.names import NAMED
from citewell.palette.tokens import PAIRS, SIGNALS, TEXT, Scheme, contrast_on, read_theme_tokens

#: A colour that is duller is a brown or a grey, which nobody takes for a signal.
_DULL: Final = 0.06
#: Degrees of hue that keep a colour apart from a signal; the theme's red and orange are 26 degrees apart.
_APART: Final = 20.0
_STEP: Final = 0.005
_WHITE: Final = Rgb(255, 255, 255)
_TRIED: Final = (
    10  # hues beyond the signals, a degree each: rounding to whole numbers of red, green and blue moves hues
)


@dataclass(frozen=True, slots=True)
class SeedFault:
    """Why a colour cannot be a site's own, and the nearest that can.

    ``contrast`` is that of text in this colour at its worst, or 0 where that is enough and it looks like a signal.
    """

    contrast: float
    nearest: Rgb


def read_colour(text: str) -> Rgb | None:
    """A colour as editors write it: ``#0e4a59``, or a name of CSS in any case; ``None`` for anything else."""
    return read_hex(NAMED.get(text.lower(), text))


def judge_seed(seed: Rgb) -> SeedFault | None:
    """What is wrong with a colour as a site's own; ``None`` if text in it can be read and it looks like no signal."""
    contrast, signal = measure_seed(seed), looks_like_signal(seed)
    if contrast >= TEXT and not signal:
        return None
    return SeedFault(0.0 if contrast >= TEXT else contrast, find_nearest_seed(seed))


def measure_seed(seed: Rgb) -> float:
    """The least contrast of what a page shows in the colour itself, and of the white text on it."""
    tokens = {**read_theme_tokens(Scheme.LIGHT), "brand-tint": tint_surface(to_oklch(seed), Scheme.LIGHT)}
    surfaces = [surface for pair in PAIRS if pair.ink == "brand" for surface in pair.surfaces]
    return min(measure_contrast(seed, _WHITE), *(contrast_on(tokens, seed, surface) for surface in surfaces))


def looks_like_signal(seed: Rgb) -> bool:
    """Whether readers could take a colour for that of an emergency, a warning or the demonstration."""
    seen = to_oklch(seed)
    first, last = _find_signal_hues()
    return seen.chroma > _DULL and (seen.hue - first) % 360 <= (last - first) % 360


def find_nearest_seed(seed: Rgb) -> Rgb:
    """Of the colours that a site can have, the one that looks most like ``seed`` among darker ones and other hues."""
    usable = (colour for start in _list_ways(to_oklch(seed)) if (colour := _darken(start)))
    return min(usable, key=lambda colour: measure_distance(colour, seed))


def _list_ways(seen: Oklch) -> Iterator[Oklch]:
    """The colour itself; a duller one; and the first hues beyond the signals on both sides."""
    yield seen
    yield seen._replace(chroma=min(seen.chroma, _DULL * 0.9))
    first, last = _find_signal_hues()
    for degrees in range(1, _TRIED + 1):
        yield seen._replace(hue=(first - degrees) % 360)
        yield seen._replace(hue=last + degrees)


def _darken(start: Oklch) -> Rgb | None:
    """The lightest colour of a hue, not lighter than ``start``, that a site can have; ``None`` if there is none."""
    shade = start
    while shade.lightness > 0 and measure_seed(to_rgb(shade)) < TEXT:
        shade = shade._replace(lightness=shade.lightness - _STEP)
    colour = to_rgb(shade)
    return None if looks_like_signal(colour) or measure_seed(colour) < TEXT else colour


@cache
def _find_signal_hues() -> tuple[float, float]:
    """The first and the last hue of the theme's signals, from red to yellow, with what keeps others apart from them."""
    tokens = read_theme_tokens(Scheme.LIGHT)
    hues = [to_oklch(colour).hue for name in SIGNALS if isinstance(colour := tokens[name], Rgb)]
    return min(hues) - _APART, max(hues) + _APART
