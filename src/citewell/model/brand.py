"""The look of a site: its short name, logo, icon, colour and font, under ``brand:`` in ``site.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from citewell.model.article import Picture
from citewell.model.keys import Form, Key, Wording
from citewell.model.source_location import LocatedText, SourceText

#: The only file in the folder that is found by its name.
EXTRA_CSS: Final = "extra.css"
FONT_ENDING: Final = ".woff2"


@dataclass(frozen=True, slots=True)
class Logo:
    """The files of a logo; without ``dark`` the same one is on dark pages, too."""

    light: Annotated[LocatedText, Key("The logo on a light page.", "logo.svg", form=Form.FILE_OF_BRAND)]
    dark: Annotated[
        LocatedText | None,
        Key(
            "The logo on a dark page; without it the first one, on light paper.",
            "logo-dark.svg",
            form=Form.FILE_OF_BRAND,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Font:
    """The files of a font, in WOFF2; a browser makes the missing ones from ``regular``."""

    name: Annotated[LocatedText, Key("The name of the font.", "Atkinson Hyperlegible", form=Form.FONT_NAME)]
    regular: Annotated[LocatedText, Key("Its regular letters.", "atkinson.woff2", form=Form.FILE_OF_BRAND)]
    bold: Annotated[LocatedText | None, Key("Its bold letters.", "atkinson-bold.woff2", form=Form.FILE_OF_BRAND)] = None
    italic: Annotated[
        LocatedText | None, Key("Its italic letters.", "atkinson-italic.woff2", form=Form.FILE_OF_BRAND)
    ] = None

    def files(self) -> Iterator[LocatedText]:
        """Its files."""
        return (file for file in (self.regular, self.bold, self.italic) if file)


@dataclass(frozen=True, slots=True)
class Brand:
    """The look of a site; all files are in ``content_src/brand/``. What is left out is as in Citewell's theme."""

    short_name: Annotated[
        LocatedText | None,
        Key(
            "The name in the header of a narrow screen, and under the icon on a telephone.",
            "Kidney Care",
            form=Form.VISIBLE,
            wording=Wording.NAME,
            where="the header",
        ),
    ] = None
    logo: Annotated[
        Logo | None,
        Key("A picture, or one for light and one for dark pages (`light` and `dark`).", "logo.svg", alone="light"),
    ] = None
    icon: Annotated[
        LocatedText | None,
        Key(
            "The picture that browsers show beside the title: a square SVG, or a square PNG of 180 pixels or more.",
            "icon.svg",
            form=Form.FILE_OF_BRAND,
        ),
    ] = None
    colour: Annotated[
        LocatedText | None,
        Key(
            "One colour, as in `#005eb8` or a name of CSS; the colours of light and dark pages are made from it.",
            '"#005eb8"',
            form=Form.COLOUR,
        ),
    ] = None
    font: Annotated[Font | None, Key("A font, as files of WOFF2; the default is a font of the reader's system.")] = None
    social_picture: Annotated[
        LocatedText | None,
        Key(
            "The picture that other sites show with a link to yours: PNG or JPEG, best 1200 × 630 pixels.",
            "link.png",
            form=Form.FILE_OF_BRAND,
        ),
    ] = None

    def pictures(self) -> Iterator[LocatedText]:
        """Its files that are pictures."""
        files = (self.logo.light if self.logo else None, self.logo.dark if self.logo else None, self.icon)
        return (file for file in (*files, self.social_picture) if file)


@dataclass(frozen=True, slots=True)
class BrandFiles:
    """The files of ``content_src/brand/`` that can be published, by name; ``styles`` is ``extra.css``.

    ``names`` are those of all files there, also of those that cannot.
    """

    names: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    styles: SourceText | None = None
