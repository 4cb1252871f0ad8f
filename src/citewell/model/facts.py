"""What rules that look across articles may know of each, and of all: small facts, never the articles themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citewell.diagnostics import Location
from citewell.model.article import ArticleKind, PublicationStatus


@dataclass(frozen=True, slots=True)
class LinkUse:
    """An internal or outward link of an article: its address as written, where, and the words that carry it."""

    href: str
    location: Location
    text: str = ""


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """An address that a document had before: as typed, where, and its path from the root (``None`` if invalid)."""

    written: str
    location: Location
    path: str | None


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the rest of the site may know of one article.

    ``anchors`` are the ids a link may point to, ``keys_used`` the citation keys with the first place of each, and
    ``instead`` is the slug of the article that takes the place of a withdrawn one. ``was`` are its former addresses.
    """

    slug: str
    kind: ArticleKind
    title: str
    status: PublicationStatus
    path: str
    anchors: frozenset[str] = frozenset()
    keys_used: Mapping[str, Location] = field(default_factory=dict)
    links: tuple[LinkUse, ...] = ()
    topics: tuple[str, ...] = ()
    instead: str = ""
    was: tuple[FormerAddress, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The fold of all ``ArticleFacts``, by slug within kind."""

    articles: Mapping[str, ArticleFacts] = field(default_factory=dict)
    pages: Mapping[str, ArticleFacts] = field(default_factory=dict)
