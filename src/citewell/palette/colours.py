"""Colours in sRGB and in OKLCH, how they contrast, and how far apart they look.

OKLab and its matrices are Björn Ottosson's ("A perceptual color space for image processing", 2020), as CSS Color 4
uses them (section 9); relative luminance and contrast are those of WCAG 2.2.
"""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_LUMINANCE: Final = (0.2126, 0.7152, 0.0722)  # WCAG 2.2, "relative luminance"
_TO_LMS: Final = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_FROM_LMS: Final = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_TO_LAB: Final = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)

_Three = tuple[float, float, float]


class Rgb(NamedTuple):
    """A colour of sRGB: each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """As in ``#0e4a59``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Oklch(NamedTuple):
    """A colour as seen: ``lightness`` from 0 to 1, ``chroma`` from 0 (grey) to about 0.32, ``hue`` in degrees."""

    lightness: float
    chroma: float
    hue: float


def read_hex(text: str) -> Rgb | None:
    """The colour of ``#0e4a59`` or ``#abc``; ``None`` for anything else."""
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    return Rgb(*bytes.fromhex(digits))


def to_oklch(colour: Rgb) -> Oklch:
    """A colour of sRGB in OKLCH."""
    lightness, a, b = to_oklab(colour)
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def to_oklab(colour: Rgb) -> _Three:
    """A colour of sRGB in OKLab, in which equal distances look about equally large."""
    lms = _multiply(_TO_LMS, _linear(colour))
    return _multiply(_TO_LAB, (math.cbrt(lms[0]), math.cbrt(lms[1]), math.cbrt(lms[2])))


def to_rgb(colour: Oklch) -> Rgb:
    """The nearest colour of sRGB with this lightness and hue: its chroma is reduced until screens can show it."""
    lightness = min(max(colour.lightness, 0.0), 1.0)
    full = _to_linear(lightness, colour.chroma, colour.hue)
    if _is_shown(full):
        return _encode(full)
    low, high = 0.0, colour.chroma
    while high - low > 0.0005:  # far below what anybody sees
        middle = (low + high) / 2
        low, high = (middle, high) if _is_shown(_to_linear(lightness, middle, colour.hue)) else (low, middle)
    return _encode(_to_linear(lightness, low, colour.hue))


def lay_over(colour: Rgb, alpha: float, below: Rgb) -> Rgb:
    """What is seen of a translucent colour on another, as browsers mix them."""
    return Rgb(*(round(top * alpha + under * (1 - alpha)) for top, under in zip(colour, below, strict=True)))


def measure_contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def measure_distance(one: Rgb, other: Rgb) -> float:
    """How different two colours look: about 0.02 is just seen, 1 is black and white (CSS Color 4, "deltaEOK")."""
    return math.dist(to_oklab(one), to_oklab(other))


def _luminance(colour: Rgb) -> float:
    return sum(weight * part for weight, part in zip(_LUMINANCE, _linear(colour), strict=True))


def _linear(colour: Rgb) -> _Three:
    """The parts of a colour as amounts of light (CSS Color 4, section 10.2)."""
    return _LIGHT[colour.red], _LIGHT[colour.green], _LIGHT[colour.blue]


_LIGHT: Final = tuple(
    part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in range(256))
)


def _to_linear(lightness: float, chroma: float, hue: float) -> _Three:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    lms = _multiply(_FROM_LAB, (lightness, a, b))
    return _multiply(_FROM_LMS, (lms[0] ** 3, lms[1] ** 3, lms[2] ** 3))


def _is_shown(linear: _Three) -> bool:
    return all(-0.0001 <= part <= 1.0001 for part in linear)


def _encode(linear: _Three) -> Rgb:
    parts = (min(max(part, 0.0), 1.0) for part in linear)
    curved = (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return Rgb(*(round(part * 255) for part in curved))


def _multiply(matrix: tuple[_Three, _Three, _Three], vector: _Three) -> _Three:
    one, two, three = ((row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]) for row in matrix)
    return one, two, three
