"""The values that only ``site.yml`` has: who can be reached, in which language, at which address, with which look."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any, Final

from citewell.messages.languages import PLURALS, canonical, is_tag, primary, tag_of
from citewell.model.site import Paper
from citewell.model.source_location import Placed
from citewell.model.yaml_problems import Expectation
from citewell.palette.colours import read_hex
from citewell.palette.judge_seed import read_colour
from citewell.palette.names import NAMED
from citewell.source.characters import is_visible
from citewell.source.fields import read_line, read_typed_text, reader_of_choices, refuse
from citewell.source.misspellings import find_nearest_word

_NAME: Final = r"[^\s@/?#<>.]+(?:\.[^\s@/?#<>.]+)+"  # of a site: it has a dot
_MAIL: Final = re.compile(rf"[^\s@:/<>]+@{_NAME}")
_PAGE: Final = re.compile(rf"https://{_NAME}(?:[/?#]\S*)?")
_TELEPHONE: Final = re.compile(r"\+?\d(?:[- ]?\d)+")
_SITE: Final = re.compile(r"https?://[^\s/?#@:]+(?::[0-9]+)?(?:/[^?#]*)?")
_FONT: Final = re.compile(r"[^\W_][\w .-]{0,59}")
_SERVICE: Final = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?")


def read_contact(value: Any) -> Placed:
    """An e-mail address, or that of a page."""
    placed = read_line(value)
    if not (_MAIL.fullmatch(placed.text) or _PAGE.fullmatch(placed.text)):
        raise refuse(Expectation.CONTACT, placed.text)
    return placed


def read_telephone(value: Any) -> Placed:
    """One number and nothing else: cards, links and notices put it into their own sentences."""
    placed = read_line(value)
    if not _TELEPHONE.fullmatch(placed.text):
        found = _TELEPHONE.search(placed.text)
        raise refuse(Expectation.TELEPHONE, placed.text, found[0] if found else "")
    return placed


def read_language_tag(value: Any) -> Placed:
    """A language that pages can be made in."""
    placed = read_line(value)
    if not is_tag(placed.text):
        raise refuse(Expectation.LANGUAGE_TAG, placed.text, tag_of(placed.text) or "")
    if primary(placed.text) not in PLURALS:
        raise refuse(Expectation.LANGUAGE_OF_PAGES, placed.text, choices=sorted(PLURALS))
    return Placed(canonical(placed.text), placed.span)


def read_service(value: Any) -> Placed:
    """The address of a service, without the slash at its end."""
    placed = read_line(value)
    if not _SERVICE.fullmatch(placed.text):
        raise refuse(Expectation.SERVICE_ADDRESS, placed.text)
    return Placed(placed.text.rstrip("/"), placed.span)


def read_paper(value: Any) -> Paper | None:
    """A paper, or ``None`` for ``false``: there are to be no PDF files."""
    placed = read_typed_text(value)
    if placed.text == "true":
        raise refuse(Expectation.PAPER, placed.text, choices=Paper)
    return None if placed.text == "false" else reader_of_choices(Paper)(value)


def read_visible_line(value: Any) -> Placed:
    """A text of one line in which readers see something."""
    placed = read_line(value)
    if not is_visible(placed.text):
        raise refuse(Expectation.VISIBLE, placed.text)
    return placed


def read_site_address(value: Any) -> Placed:
    """The address of the site, with the slash at its end to which the path of each page is added."""
    placed = read_line(value)
    if not _SITE.fullmatch(placed.text):
        raise refuse(Expectation.SITE_ADDRESS, placed.text)
    return Placed(f"{placed.text.rstrip('/')}/", placed.span)


def read_file_of_brand(value: Any) -> Placed:
    """The name of a file in the folder of the brand."""
    placed = read_line(value)
    if "/" in placed.text or "\\" in placed.text or "." not in placed.text:
        raise refuse(Expectation.FILE_OF_BRAND, placed.text, PurePosixPath(placed.text.replace("\\", "/")).name)
    return placed


def read_font_name(value: Any) -> Placed:
    """The name of a font, which style sheets put in quotation marks."""
    placed = read_line(value)
    if not _FONT.fullmatch(placed.text):
        raise refuse(Expectation.FONT_NAME, placed.text)
    return placed


def read_colour_text(value: Any) -> Placed:
    """A colour by its digits or its name."""
    placed = read_line(value)
    if read_colour(placed.text) is None:
        digits = f"#{placed.text}" if read_hex(f"#{placed.text}") else ""
        raise refuse(Expectation.COLOUR, placed.text, digits or find_nearest_word(placed.text.lower(), tuple(NAMED)))
    return placed
