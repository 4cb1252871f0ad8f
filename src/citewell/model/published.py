"""Built pages as the public would get them: the facts that decide whether they may replace what is there.

``PublishedPage`` holds what was found in a page's HTML, ``Expected`` what should be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from citewell.diagnostics import Location
from citewell.model.packed import Packed

_WORD_JOINER: Final = "\u2060"  # keeps a mark beside its word
_BEFORE_CLOSING: Final = re.compile(r" +(?=[.,;:!?)\]”’…])")

#: Characters of the content language, of Markdown or of a template that nothing has read.
LEFTOVER_MARKUP: Final = re.compile(
    r"\[-?@[\w{]|\[no s\w*|:::|\{[.#:][\w-]+|\]\(|\*\*|__|^#{1,6} |\{\{|\}\}|\{%|%\}|&(?:#?\w{2,8});", re.MULTILINE
)


def collapse_spaces(text: str) -> str:
    """Words of one block as they are compared: white space collapsed, none before closing punctuation."""
    return remove_spaces(" ".join(text.split()))


def remove_spaces(text: str) -> str:
    """Text without the gaps that marks leave: no space before closing punctuation, no word joiners."""
    return _BEFORE_CLOSING.sub("", text.replace(_WORD_JOINER, ""))


class PublishedMark(NamedTuple):
    """A link from the text to a source: its id, where it leads, and the number it shows.

    The dash of a range shows no number; ``landings`` are the ids inside it, to which other sources lead back.
    """

    id: str
    href: str
    number: int | None
    landings: tuple[str, ...] = ()


class PublishedBacklink(NamedTuple):
    """A link from a source to one of its uses: the letter it shows, where it leads, what a screen reader says."""

    letter: str
    href: str
    name: str = ""


class PublishedEntry(NamedTuple):
    """A source in the list at the end of a page: its id, the number the list gives it, its links back."""

    id: str
    number: int
    backlinks: tuple[PublishedBacklink, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the content says that a page must show.

    ``title`` and ``description`` are plain words. ``statements`` are the plain words of its ledger, in reading order.
    ``marks`` and ``entries`` are ``None`` for a page that is not written in the content language; their backlinks have
    no names. ``emergency`` is the id of an article's first emergency card, empty when it has none. ``leftover_markup``
    says how often what looks like left-over markup is in the page's own words, and so is meant to be shown.
    ``leads_to`` is the address to which a page at a former address sends its readers on; ``searched`` is whether a
    search must find the page. ``source`` is where the content of the page is, ``None`` for one made from the rest of
    the site; ``places`` says so of its statements.
    """

    title: str
    description: str = ""
    marks: tuple[PublishedMark, ...] | None = None
    entries: tuple[PublishedEntry, ...] | None = None
    statements: tuple[str, ...] = ()
    emergency: str = ""
    leftover_markup: Mapping[str, int] = field(default_factory=dict)
    source: Location | None = None
    places: Mapping[str, Location] = field(default_factory=dict)
    leads_to: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """The facts of one HTML file.

    ``path`` is relative to the site. ``ids`` are in document order, repeats kept; ``headings`` are levels. ``links``
    are the addresses of links, ``links_with_referrer`` those that let the site they lead to know where a reader comes
    from, ``loads`` those of everything a browser fetches by itself. ``shown`` is what the page shows, a block a line,
    without marks; ``prose`` is the same without code. ``unexpected`` is what no page of ours has: elements, attributes,
    addresses that run. ``index`` is the address of the search index that it asks, ``refresh`` the one to which it sends
    readers on, ``canonical`` the one that it gives search engines. ``below_takeaway`` are the addresses of the links in
    what follows directly after the takeaway. ``expected`` is ``None`` for a page that is not made from one document.
    """

    path: PurePosixPath
    lang: str = ""
    title: str = ""
    description: str | None = None
    robots: str = ""
    index: str = ""
    refresh: str = ""
    canonical: str = ""
    has_banner: bool = False
    ids: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    links_with_referrer: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    marks: tuple[PublishedMark, ...] = ()
    entries: tuple[PublishedEntry, ...] = ()
    below_takeaway: tuple[str, ...] = ()
    shown: str = field(default="", repr=False)
    prose: str = field(default="", repr=False)
    alternatives: frozenset[str] = frozenset()
    expected: Expected | None = None

    id_set: frozenset[str] = field(init=False, repr=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "id_set", frozenset(self.ids))

    @property
    def location(self) -> Location:
        """Where a finding about the page is reported: in its content if it has any of its own, else in the page."""
        return (self.expected.source if self.expected else None) or Location(f"site/{self.path}")

    def place_of(self, statement: str) -> Location:
        """Where a statement is in the content; if that is not known, as ``location``."""
        return self.expected.places.get(statement, self.location) if self.expected else self.location

    @property
    def card(self) -> PageCard:
        """What other pages, and the release as a whole, need to know of it."""
        expected = self.expected or Expected("")
        links = len(self.links) + len(self.loads)
        return PageCard(self.title, self.id_set, links, self.loads, self.index, expected.leads_to, expected.searched)


class PageCard(NamedTuple):
    """The little of a page that is at hand while others are verified; ``links`` is how many addresses it has."""

    title: str = ""
    ids: frozenset[str] = frozenset()
    links: int = 0
    loads: tuple[str, ...] = ()
    search_index: str = ""
    leads_to: str = ""
    searched: bool = False


class PublishedTarget(NamedTuple):
    """Where an address leads on this site: a file, and an id in it (or nothing)."""

    file: PurePosixPath
    fragment: str


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A staged site: its address, the cards of its pages by path, every file in it, and what its stylesheets load.

    ``packed`` are the pages themselves, so that a site of any size needs the memory of its largest page.
    ``literal`` are words of the content that hold characters of the content language that are meant to be shown.
    ``searched`` are the pages that a search must find, ``indexed`` those that the search index holds, ``None`` without
    a whole one. ``before`` are the pages of the release that this one replaces, ``gone`` those of them that are no
    more, with their titles.
    """

    url: str = "https://site.invalid/"
    demonstration: bool = False
    pages: Mapping[PurePosixPath, PageCard] = field(default_factory=dict)
    packed: Mapping[PurePosixPath, Packed[PublishedPage]] = field(default_factory=dict, repr=False)
    files: frozenset[PurePosixPath] = frozenset()
    styles: Mapping[PurePosixPath, tuple[str, ...]] = field(default_factory=dict)
    literal: frozenset[str] = frozenset()
    searched: frozenset[PurePosixPath] = frozenset()
    indexed: frozenset[PurePosixPath] | None = None
    before: frozenset[PurePosixPath] = frozenset()
    gone: Mapping[PurePosixPath, str] = field(default_factory=dict)

    def read_pages(self) -> Iterator[PublishedPage]:
        """All pages, one at a time, each made again from its packed form."""
        return (each.unpack() for each in self.packed.values())

    def target(self, file: PurePosixPath, address: str) -> PublishedTarget | None:
        """Where an address written in ``file`` leads, as a browser reads it; ``None`` when it leaves the site."""
        return _follow_plainly(file, address) or self._follow(file, address)

    def _follow(self, file: PurePosixPath, address: str) -> PublishedTarget | None:
        """The same by all the rules for addresses."""
        try:
            parts = urlsplit(urljoin(urljoin(self.url, str(file).removesuffix("index.html")), address.strip()))
        except ValueError:
            return None
        own = urlsplit(self.url)
        if (parts.scheme, parts.netloc) != (own.scheme, own.netloc) or not parts.path.startswith(own.path):
            return None
        path = unquote(parts.path[len(own.path) :])
        whole = f"{path}index.html" if not path or path.endswith("/") else path
        return PublishedTarget(PurePosixPath(whole), unquote(parts.fragment))


#: An address in which nothing is encoded: up some folders, down some, a file, an id.
_PLAIN: Final = re.compile(r"((?:\.\./)*)((?:[\w-]+/)*)([\w-][\w.-]*)?(?:#([\w.-]*))?", re.ASCII)
_PLAIN_FILE: Final = re.compile(r"[\w./-]+", re.ASCII)


def _follow_plainly(file: PurePosixPath, address: str) -> PublishedTarget | None:
    """Where an address leads that is as nearly all are: ten times as quick as by all the rules. ``None`` for others."""
    plain = _PLAIN.fullmatch(address)
    if plain is None or not _PLAIN_FILE.fullmatch(str(file)):
        return None
    ups, folders, name, fragment = plain.groups("")
    here, up = file.parts[:-1], len(ups) // len("../")
    if not (ups or folders or name):
        return PublishedTarget(file, fragment)
    if up > len(here):
        return None
    return PublishedTarget(PurePosixPath(*here[: len(here) - up], folders, name or "index.html"), fragment)
