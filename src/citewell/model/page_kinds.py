"""The kinds of page that the program makes by itself: for each its address, its title, and where it is linked to.

Each is declared in the file of ``render/`` that makes it, as its ``PAGE_KIND``. The check needs these declarations and
nothing else of ``render/``, which takes long to import: so they are read from the files, and evaluated by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import citewell
from citewell.model import addresses
from citewell.model.facts import SiteFacts

_FOLDER: Final = Path(citewell.__file__).parent / "render"
#: A declaration as our formatter leaves it: on one line, or closed by a bracket at the beginning of a line.
_DECLARED: Final = re.compile(r"^PAGE_KIND: Final = (PageKind\((?:.+\)|\n(?: .*\n)+\)))$", re.MULTILINE)


class LinkedFrom(StrEnum):
    """Which part of every page links to a kind of page, where ``site.yml`` has no ``navigation:``."""

    HEADER = "header"
    FOOTER = "footer"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page at a fixed address.

    ``address`` is from the root of the site and ends in a slash, ``title`` is the name of its text in the catalogue, as
    links say it. ``order`` is its place in the header or the footer. ``exists`` says whether a site has the page.
    """

    address: str
    title: str
    linked_from: LinkedFrom = LinkedFrom.NEITHER
    order: int = 100
    exists: Callable[[SiteFacts], bool] = lambda _facts: True

    @property
    def name(self) -> str:
        """What ``navigation:`` calls it."""
        return self.address.strip("/")


@cache
def list_page_kinds() -> tuple[PageKind, ...]:
    """The kinds of page in the order of the header and the footer."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(_FOLDER.glob("*.py")))
    kinds = [_evaluate(declared) for text in texts for declared in _DECLARED.findall(text)]
    return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.address)))


def _evaluate(declared: str) -> PageKind:
    """The value of a declaration, which may use names of this module and of ``addresses``."""
    names = {**vars(addresses), "PageKind": PageKind, "LinkedFrom": LinkedFrom}
    kind = eval(declared, names)  # noqa: S307 - an expression of our own files, which are programs anyway
    assert isinstance(kind, PageKind)
    return kind
