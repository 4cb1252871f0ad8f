"""The look of a site: its palette and font as a style sheet, and the files that its pages show or load.

Every file has a digest of its content in its name, so that browsers may keep it; plain MkDocs publishes it, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from citewell.model.addresses import BRAND
from citewell.model.content_names import add_digest
from citewell.palette.derive import derive_palette
from citewell.palette.judge_seed import read_colour
from citewell.palette.tokens import STYLE_SHEET, Scheme, Tint, Token
from citewell.source.styles import list_style_files, rename_style_files

if TYPE_CHECKING:
    from citewell.model.article import Picture
    from citewell.model.site import Site
    from citewell.model.source_location import LocatedText
    from citewell.render.site_map import SiteIndex

NAME: Final = "brand"
IN_PREVIEW: Final = True
#: A logo that is so much wider than high is the name itself in drawn letters; another is an emblem beside the name.
_WORDMARK: Final = 2.0
_STACK: Final = re.compile(r"--(serif|sans): ([^;]+);")


class PublishedBrand(NamedTuple):
    """The files by their paths on the site; the styles in their order; the icon; and what else templates need."""

    files: Mapping[PurePosixPath, bytes]
    styles: tuple[str, ...]
    icon: str
    parts: Mapping[str, Any]


def files(index: SiteIndex) -> Mapping[PurePosixPath, bytes]:
    """Each file of the look by its path on the site."""
    return publish_brand(index.facts.site).files


def publish_brand(site: Site) -> PublishedBrand:
    """What is published of the look of a site; files that are missing or were refused are left out."""
    writer, brand = _Writer(site), site.settings.brand
    styles = (writer.add_look(), writer.add_extra_css())
    icon = writer.add_picture(brand.icon)
    parts: dict[str, Any] = {
        "short_name": brand.short_name.text if brand.short_name else "",
        "logo": _describe_logo(writer, site),
        "touch_icon": icon if icon.endswith(".png") else "",  # where it is asked for, no drawing is taken
        "social_picture": writer.add_picture(brand.social_picture),
        "manifest": writer.add_manifest(icon),
    }
    return PublishedBrand(writer.files, tuple(filter(None, styles)), icon, parts)


def _describe_logo(writer: _Writer, site: Site) -> dict[str, Any] | None:
    logo = site.settings.brand.logo
    picture = site.brand.pictures.get(logo.light.text) if logo else None
    if logo is None or picture is None:
        return None
    dark = writer.add_picture(logo.dark)
    return {
        "light": writer.add_picture(logo.light),
        "dark": dark,
        "width": picture.width,
        "height": picture.height,
        "wordmark": picture.width >= _WORDMARK * picture.height,
        "adapts": picture.adapts or bool(dark),
    }


class _Writer:
    """Collects the files, each under the name that its content gives it."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.files: dict[PurePosixPath, bytes] = {}

    def add(self, name: str, data: bytes) -> str:
        """Add a file; its path on the site."""
        path = add_digest(PurePosixPath(BRAND, name), data)
        self.files[path] = data
        return path.as_posix()

    def add_picture(self, file: LocatedText | None) -> str:
        """Add a picture; "" if there is none."""
        picture = self._site.brand.pictures.get(file.text) if file else None
        return self.add(picture.name, picture.data) if picture else ""

    def add_look(self) -> str:
        """Add the style sheet with the font and the palette; "" if the site has neither."""
        style = "".join((*self._write_font(), *self._write_palette()))
        return self.add("look.css", style.encode()) if style else ""

    def add_extra_css(self) -> str:
        """Add the site's own style sheet and the files beside it that it loads; "" if there is none."""
        styles, brand = self._site.brand.styles, self._site.brand
        if styles is None:
            return ""
        data = {name: picture.data for name, picture in brand.pictures.items()} | dict(brand.fonts)
        named = {file.text for file in list_style_files(styles)} & data.keys()
        names = {name: PurePosixPath(self.add(name, data[name])).name for name in sorted(named)}
        return self.add("extra.css", rename_style_files(styles.text, names).encode())

    def add_manifest(self, icon: str) -> str:
        """Add what a telephone asks for that puts the site on its home screen (W3C, "Web Application Manifest")."""
        settings, brand = self._site.settings, self._site.settings.brand
        if not (icon or brand.short_name):
            return ""
        picture = self._site.brand.pictures.get(brand.icon.text) if brand.icon else None
        manifest = {
            "name": settings.name,
            "short_name": brand.short_name.text if brand.short_name else settings.name,
            "lang": settings.language,
            "start_url": "../../",
            "display": "browser",
            "icons": [_describe_icon(icon, picture)] if picture else [],
        }
        return self.add("site.webmanifest", json.dumps(manifest, ensure_ascii=False, indent=1).encode())

    def _write_font(self) -> Iterator[str]:
        font = self._site.settings.brand.font
        if font is None or font.regular.text not in self._site.brand.fonts:
            return
        faces = ((font.regular, 400, "normal"), (font.bold, 700, "normal"), (font.italic, 400, "italic"))
        for file, weight, style in faces:
            data = self._site.brand.fonts.get(file.text) if file else None
            if file and data:
                name = PurePosixPath(self.add(file.text, data)).name
                yield f'@font-face {{ font-family: "{font.name.text}"; font-weight: {weight}; font-style: {style};'
                yield f' font-display: swap; src: url("{name}") format("woff2") }}\n'
        stacks = (f'--{name}: "{font.name.text}", {stack};' for name, stack in _read_stacks().items())
        yield f":root {{ {' '.join(stacks)} }}\n"

    def _write_palette(self) -> Iterator[str]:
        written = self._site.settings.brand.colour
        seed = read_colour(written.text) if written else None
        if seed is None:
            return
        for scheme in Scheme:  # on paper everything is black on white
            media = "screen and (prefers-color-scheme: dark)" if scheme is Scheme.DARK else "screen"
            lines = (f"--{name}: {_write_token(token)};" for name, token in derive_palette(seed, scheme).items())
            yield f"@media {media} {{ :root {{ {' '.join(lines)} }} }}\n"


def _write_token(token: Token) -> str:
    if isinstance(token, Tint):
        return f"rgb({' '.join(map(str, token.colour))}/{token.alpha:g})"
    return token.hex


def _describe_icon(path: str, picture: Picture) -> dict[str, str]:
    drawn = path.endswith(".svg")
    sizes = "any" if drawn else f"{picture.width}x{picture.height}"
    return {"src": PurePosixPath(path).name, "sizes": sizes, "type": "image/svg+xml" if drawn else "image/png"}


@cache
def _read_stacks() -> dict[str, str]:
    """The theme's own fonts, which are shown until the site's has come and where it lacks a letter."""
    return dict(_STACK.findall(STYLE_SHEET.read_text(encoding="utf-8")))
