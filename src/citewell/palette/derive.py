"""A site's palette from its one colour: the same hue in light and dark, each shade as strong as its pairs demand.

In the light the colour itself is the site's; in the dark, and for links, tints and edges, shades of its hue take its
place. A shade begins at the lightness that the theme gives it and moves away from its surfaces until every pair holds.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from citewell.palette.colours import Oklch, Rgb, to_oklch, to_rgb
from citewell.palette.tokens import PAIRS, Scheme, Tint, Token, Tokens, contrast_on, read_theme_tokens

#: What a site's own colour decides; all other colours are the theme's.
DERIVED: Final = ("brand", "on-brand", "rule", "brand-tint", "link", "link-hover", "chip", "chip-hover")
_STEP: Final = 0.005  # of lightness: less than anybody sees


class _Shades(NamedTuple):
    """The lightness of each shade before it is moved, measured on the theme's own colours, and which way it moves."""

    tint: float
    brand: float
    rule: float
    link: float
    hover: float
    on_brand: float
    away: int


_SHADES: Final = {
    Scheme.LIGHT: _Shades(0.955, 0.38, 0.38, 0.43, 0.32, 1.0, -1),
    Scheme.DARK: _Shades(0.275, 0.8, 0.66, 0.81, 0.905, 0.21, 1),
}
#: How strong a tint is, on which text is drawn, and what is written on the brand's colour.
_TINT_CHROMA: Final = {Scheme.LIGHT: 0.012, Scheme.DARK: 0.03}
_ON_BRAND_CHROMA: Final = 0.022


def derive_palette(seed: Rgb, scheme: Scheme) -> dict[str, Token]:
    """The colours that take the place of the theme's own, by their names.

    Every pair that one of them is in holds, but in the light those of ``brand``, which is the seed itself: whether that
    can be is what ``judge_seed`` says.
    """
    shades, tokens = _SHADES[scheme], dict(read_theme_tokens(scheme))
    seen = to_oklch(seed)
    away, light = shades.away, scheme is Scheme.LIGHT
    tokens["brand-tint"] = tint_surface(seen, scheme)
    tokens["brand"] = seed if light else _move("brand", _shade(seen, shades.brand), away, tokens)
    tokens["rule"] = seed if light else _move("rule", _shade(seen, shades.rule), away, tokens)
    tokens["on-brand"] = _move("on-brand", _shade(seen, shades.on_brand, _ON_BRAND_CHROMA), -away, tokens)
    start = min(seen.lightness, shades.link) if light else shades.link
    tokens |= _fill_marks(_move("link", _shade(seen, start), away, tokens), tokens)
    start = min(start - 0.1, shades.hover) if light else shades.hover
    tokens["link-hover"] = _move("link-hover", _shade(seen, max(start, 0.0)), away, tokens)
    return {name: tokens[name] for name in DERIVED}


def tint_surface(seen: Oklch, scheme: Scheme) -> Rgb:
    """The pale background of a key takeaway."""
    return to_rgb(_shade(seen, _SHADES[scheme].tint, _TINT_CHROMA[scheme]))


def _shade(seen: Oklch, lightness: float, most: float = 1.0) -> Oklch:
    """The hue at another lightness, no stronger than ``most``."""
    return Oklch(lightness, min(seen.chroma, most), seen.hue)


def _move(name: str, start: Oklch, away: int, tokens: Tokens) -> Rgb:
    """The first shade, from ``start`` towards black (``away`` -1) or white (1), that holds its pairs; or the last."""
    shade = start
    while 0 < shade.lightness < 1 and not _holds(name, to_rgb(shade), tokens):
        shade = shade._replace(lightness=shade.lightness + away * _STEP)
    return to_rgb(shade)


def _holds(name: str, colour: Rgb, tokens: Tokens) -> bool:
    """Whether a colour holds the pairs in which it is the ink; that of links is the fill of marks, too."""
    with_it = {**tokens, name: colour, **(_fill_marks(colour, tokens) if name == "link" else {})}
    return all(
        contrast_on(with_it, colour, surface) >= pair.least
        for pair in PAIRS
        if pair.ink == name
        for surface in pair.surfaces
    )


def _fill_marks(link: Rgb, tokens: Tokens) -> dict[str, Token]:
    """The colour of links, and the fills of marks that are thinned from it as in the theme."""
    fills = {name: token for name in ("chip", "chip-hover") if isinstance(token := tokens[name], Tint)}
    return {"link": link, **{name: Tint(link, fill.alpha) for name, fill in fills.items()}}
