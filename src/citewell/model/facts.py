"""What the rest of the site may know of each article, and of all: small cards, never the articles themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from citewell.diagnostics import Location
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.claims import Status
from citewell.model.inlines import Intent
from citewell.model.keys import ShownText
from citewell.model.packed import Packed
from citewell.model.problems import AnyProblem
from citewell.model.reviews import ReviewSummary
from citewell.model.site import Site


class Written(NamedTuple):
    """A plain value of the front matter, and where it is."""

    text: str
    location: Location


class LinkUse(NamedTuple):
    """An internal or outward link of an article: its address as written, where, and the words that carry it.

    ``address_location`` is the place of the address alone, ``None`` where the source has it otherwise or twice.
    """

    href: str
    location: Location
    text: str = ""
    address_location: Location | None = None


class FormerAddress(NamedTuple):
    """An address that a document had before: as typed, where, and its path from the root (``None`` if invalid)."""

    written: str
    location: Location
    path: str | None


class Pin(NamedTuple):
    """Words of a work that a citation pins: ``quoted`` in the text, or those of a quote that has this ``name``.

    ``text`` is ``None`` if the reference has no quote of the name. ``key`` is that of the reference, or what was typed
    where there is no such reference (``resolved`` is then false).
    """

    key: str
    name: str | None
    text: str | None
    location: Location
    quoted: bool = False
    resolved: bool = True


class CitedClaim(NamedTuple):
    """A claim with citations that resolve and support it.

    ``cited`` are these references in the order of the text: each key with the number of the use (from 0) that cites it.
    ``subject`` is the digest of its words without amounts, 0 if they are too few to say what it is about.
    """

    id: str
    text: str
    location: Location
    cited: tuple[tuple[str, int], ...]
    subject: int


class CardEntry(NamedTuple):
    """A source of an article, by key, and the number of its uses."""

    key: str
    uses: int


class ArticleSupport(NamedTuple):
    """What the sources of an article support.

    ``sentences`` are, for each entry and each of its uses in reading order, the words that cite it as they can be read
    alone; ``None`` where a citation is in no claim. ``intents`` say of the same uses how the source relates to these
    words. ``claims`` are those with citations that resolve and support them.
    """

    sentences: tuple[tuple[str | None, ...], ...] = ()
    intents: tuple[tuple[Intent, ...], ...] = ()
    claims: tuple[CitedClaim, ...] = ()


class NamedBody(NamedTuple):
    """An organisation that a title or heading names although the article cites nothing it published.

    ``where`` says in words what names it. It ``may_be_a_method`` unless it is known to be a body.
    """

    name: str
    where: str
    may_be_a_method: bool
    location: Location


class PlacedNumber(NamedTuple):
    """An emergency number that a text tells its readers to use, in digits and as written.

    One that is right in a country which the sentence names is not listed.
    """

    number: str
    written: str
    location: Location


class PlacedReviewClaim(NamedTuple):
    """Words of a document which say that it was reviewed, and the person they name with a title, "" without one."""

    words: str
    name: str
    location: Location


@dataclass(frozen=True, slots=True)
class Card:
    """What the rest of the site may know of one document.

    ``front_matter_read`` is false where its YAML could not be parsed; ``body_line`` is the line on which its text
    begins, 0 without any. ``anchors`` are the ids a link may point to, sorted, ``keys_used`` the citation keys as they
    are typed. ``instead`` names the article that takes the place of a withdrawn one. ``emergency`` is the place of its
    first emergency card. ``terms`` are the terms of the glossary that it uses. ``statuses`` counts the rows of its
    ledger, ``waived`` those with a waiver by its kind. A list of related articles that is ``None`` is computed.
    ``front_texts`` are the plain texts of the front matter for which no sources are listed. ``review`` says how far it
    is medically reviewed. One that is ``withheld`` until then counts as a draft everywhere, and keeps a page.
    ``shared`` names the shared texts that it uses.
    """

    slug: str
    kind: ArticleKind
    path: str
    title: str
    status: PublicationStatus
    description: str = ""
    published: date | None = None
    updated: date | None = None
    front_matter_read: bool = True
    body_line: int = 0
    authors: tuple[Written, ...] = ()
    topics: tuple[Written, ...] = ()
    index: tuple[str, ...] = ()
    related_questions: tuple[Written, ...] | None = None
    related_articles: tuple[Written, ...] | None = None
    not_related: tuple[Written, ...] = ()
    instead: Written | None = None
    redirects: tuple[FormerAddress, ...] = ()
    anchors: tuple[str, ...] = ()
    keys_used: tuple[str, ...] = ()
    links: tuple[LinkUse, ...] = ()
    entries: tuple[CardEntry, ...] = ()
    support: Packed[ArticleSupport] = field(default_factory=lambda: Packed(ArticleSupport()))
    pins: tuple[Pin, ...] = ()
    terms: tuple[str, ...] = ()
    bodies: tuple[NamedBody, ...] = ()
    numbers: tuple[PlacedNumber, ...] = ()
    review_claims: tuple[PlacedReviewClaim, ...] = ()
    emergency: Location | None = None
    statuses: Mapping[Status, int] = field(default_factory=dict)
    waived: Mapping[str, int] = field(default_factory=dict)
    front_texts: tuple[ShownText, ...] = ()
    review: ReviewSummary = field(default_factory=ReviewSummary)
    withheld: bool = False
    problems: tuple[AnyProblem, ...] = ()
    shared: tuple[str, ...] = ()

    def has_anchor(self, anchor: str) -> bool:
        """Whether a link may point to a place of this name on the page."""
        position = bisect_left(self.anchors, anchor)
        return self.anchors[position : position + 1] == (anchor,)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """A site as the fold of all cards, by slug within kind, and what its articles share."""

    site: Site
    articles: Mapping[str, Card] = field(default_factory=dict)
    pages: Mapping[str, Card] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[Card, ...]:
        """The cards of articles, then those of own pages."""
        return (*self.articles.values(), *self.pages.values())

    @property
    def has_search(self) -> bool:
        """Whether readers can search: ``site.yml`` does not forbid it, and something is published that can be found."""
        published = (each.status is PublicationStatus.PUBLISHED for each in self.documents)
        return self.site.settings.search and (bool(self.site.glossary) or any(published))
