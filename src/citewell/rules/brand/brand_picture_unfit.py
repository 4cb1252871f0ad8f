"""A file of the brand is not fit for what `site.yml` uses it for.

A telephone cuts an icon that is not square, and shows nothing of a small one. Sites that show a picture with a link
take no SVG, leave out small pictures, and need the address of yours.

Fix it by exporting the picture again in another size or format.

Wrong: `icon: logo.png`, a picture of 600 × 200 pixels.

Right: `icon: icon.svg`, a square drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from citewell.diagnostics import Severity
from citewell.model.article import Picture
from citewell.model.brand import FONT_ENDING, Brand
from citewell.model.site import Site
from citewell.model.source_location import LocatedText
from citewell.rules.rule import Finding, SiteContext, site_rule

#: The width of the icon on the home screen of an iPhone (Apple, "Configuring Web Applications").
_SMALLEST_ICON: Final = 180
#: Below this, other sites show no large picture beside a link (Meta, "Images in Link Shares").
_SMALLEST_SOCIAL: Final = (600, 315)


class _Use(NamedTuple):
    """What a file is used for, the endings that it may have, and what its picture must be like."""

    what: str
    endings: tuple[str, ...]
    judge: Callable[[Picture], tuple[str, str] | None] = lambda _picture: None


def _judge_icon(picture: Picture) -> tuple[str, str] | None:
    if picture.width != picture.height:
        return "not square", "export it as a square"
    if picture.name.lower().endswith(".png") and picture.width < _SMALLEST_ICON:
        return "small", f"export it with {_SMALLEST_ICON} × {_SMALLEST_ICON} pixels or more, or as SVG"
    return None


def _judge_social(picture: Picture) -> tuple[str, str] | None:
    width, height = _SMALLEST_SOCIAL
    if picture.width >= width and picture.height >= height:
        return None
    return "small", f"export it with 1200 × 630 pixels; other sites leave out what is smaller than {width} × {height}"


_LOGO: Final = _Use("logo", (".svg", ".png", ".jpg", ".jpeg", ".webp"))
_ICON: Final = _Use("icon", (".svg", ".png"), _judge_icon)
_SOCIAL: Final = _Use("picture for links", (".png", ".jpg", ".jpeg"), _judge_social)
_FONT: Final = _Use("font", (FONT_ENDING,))


@site_rule("BRA002")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Each file whose format or size does not fit its use; one that is missing or damaged is reported as such."""
    for file, use in _list_uses(site.settings.brand):
        picture = site.brand.pictures.get(file.text)
        if not file.text.lower().endswith(use.endings):
            hint = f"use a file that ends in {' or '.join(use.endings)}"
            yield Finding(file.location, f'the file of the {use.what}, "{file.text}", has another format', hint)
        elif picture and (fault := use.judge(picture)):
            is_what, hint = fault
            size = f"{picture.width} × {picture.height} pixels"
            yield Finding(file.location, f'the {use.what} "{file.text}" is {is_what}: {size}', hint)
        elif use is _SOCIAL and not site.settings.address:
            message = f'nobody sees the {use.what} "{file.text}", because "address" is missing'
            yield Finding(
                file.location,
                message,
                "write the address of the site, as in https://www.example.org/",
                severity=Severity.WARNING,
            )


def _list_uses(brand: Brand) -> Iterator[tuple[LocatedText, _Use]]:
    logos = (brand.logo.light, brand.logo.dark) if brand.logo else ()
    yield from ((file, _LOGO) for file in logos if file)
    yield from ((file, use) for file, use in ((brand.icon, _ICON), (brand.social_picture, _SOCIAL)) if file)
    yield from ((file, _FONT) for file in (brand.font.files() if brand.font else ()))
