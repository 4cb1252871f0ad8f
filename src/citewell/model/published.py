"""A built page as the public would get it: the facts of its HTML that decide whether it may replace what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from citewell.diagnostics import Location


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """An ``a`` with an address: its id, ``href``, role, accessible name (empty: none) and whether it is a mark."""

    href: str
    text: str
    id: str = ""
    role: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """The facts of one HTML file.

    ``path`` is relative to the site. ``ids`` are in document order, repeats kept. ``loads`` are the addresses of
    everything the browser fetches by itself. ``text`` is what the article shows, code left out. ``entries`` are the ids
    of the bibliography's items in order. ``headings`` are the levels in order.
    """

    path: PurePosixPath
    lang: str = ""
    title: str = ""
    description: str | None = None
    ids: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    links: tuple[PublishedLink, ...] = ()
    loads: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    text: str = ""
    slug: str | None = None

    @property
    def location(self) -> Location:
        """Where a finding about the page stands."""
        return Location(f"site/{self.path}")


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A staged site: its pages by path, and every file in it."""

    pages: Mapping[PurePosixPath, PublishedPage] = field(default_factory=dict)
    files: frozenset[PurePosixPath] = frozenset()
