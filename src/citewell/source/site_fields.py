"""The values that only ``site.yml`` has: who can be reached, where to ring, in which language, on which paper."""

from __future__ import annotations

import re
from typing import Any, Final

from citewell.messages.languages import PLURALS, canonical, is_tag, primary, tag_of
from citewell.model.site import Paper
from citewell.model.source_location import Placed
from citewell.source.fields import WrongValue, read_line, read_text, reader_of_choices

_NAME: Final = r"[^\s@/?#<>.]+(?:\.[^\s@/?#<>.]+)+"  # of a site: it has a dot
_MAIL: Final = re.compile(rf"[^\s@:/<>]+@{_NAME}")
_PAGE: Final = re.compile(rf"https://{_NAME}(?:[/?#]\S*)?")
_TELEPHONE: Final = re.compile(r"\+?\d(?:[- ]?\d)+")
_SERVICE: Final = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?")


def read_contact(value: Any) -> Placed:
    """An e-mail address, or that of a page."""
    placed = read_line(value)
    if not (_MAIL.fullmatch(placed.text) or _PAGE.fullmatch(placed.text)):
        hint = "write an e-mail address, or that of a page, which begins with https://"
        raise WrongValue(f'must be an address that readers can reach, not "{placed.text}"', hint)
    return placed


def read_telephone(value: Any) -> Placed:
    """One number and nothing else: cards, links and notices put it into their own sentences."""
    placed = read_line(value)
    if not _TELEPHONE.fullmatch(placed.text):
        found = _TELEPHONE.search(placed.text)
        hint = f"write one number alone: {found[0]}" if found else "write the number alone, such as 112"
        raise WrongValue(f'must be a telephone number, not "{placed.text}"', hint)
    return placed


def read_language(value: Any) -> Placed:
    """A language that pages can be made in."""
    placed = read_line(value)
    if not is_tag(placed.text):
        meant = tag_of(placed.text)
        hint = f'did you mean "{meant}"?' if meant else "write en, he or pt-BR, for example"
        raise WrongValue(f'must be the tag of a language, not "{placed.text}"', hint)
    if primary(placed.text) not in PLURALS:
        hint = f"a site can be in: {', '.join(sorted(PLURALS))}"
        raise WrongValue(f'names a language that pages cannot be made in yet: "{placed.text}"', hint)
    return Placed(canonical(placed.text), placed.span)


def read_service(value: Any) -> Placed:
    """The address of a service, without the slash at its end."""
    placed = read_line(value)
    if not _SERVICE.fullmatch(placed.text):
        raise WrongValue(f'must be the address of a service, not "{placed.text}"', "it begins with https:// or http://")
    return Placed(placed.text.rstrip("/"), placed.span)


def read_paper(value: Any) -> Paper | None:
    """A paper, or ``None`` for ``false``: there are to be no PDF files."""
    placed = read_text(value)
    if placed.text == "true":
        choices = ", ".join(Paper)
        raise WrongValue(f'must be one of {choices}, not "true"', "write A4 or Letter, or false for no PDF files")
    return None if placed.text == "false" else reader_of_choices(Paper)(value)
