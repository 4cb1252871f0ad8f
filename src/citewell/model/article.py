"""An article (or one of the site's own pages) as it was read: front matter, body, ledger and what was odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from citewell.diagnostics import Location
from citewell.model.blocks import Node, Prose, walk_nodes
from citewell.model.claims import Claim
from citewell.model.problems import AnyProblem
from citewell.model.source_location import Placed, SourceText, Span


class ArticleKind(StrEnum):
    """An article answers a health question; a page is about the site itself."""

    ARTICLE = "article"
    PAGE = "page"


class ArticleType(StrEnum):
    """What an article is about; ``evidence_for`` in ``site.yml`` says what one of each type must stand on."""

    CONDITION = "condition"
    SYMPTOM = "symptom"
    TEST = "test"
    TREATMENT = "treatment"


class PublicationStatus(StrEnum):
    """Where an article is in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A day an editor typed, and where."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Illustration:
    """The picture at the head of an article: a file beside it, and the words for who cannot see it (none if absent)."""

    file: Placed
    alt: Placed | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When and why an article was withdrawn, and the slug of the article to read in its place, if there is one."""

    date: PlacedDate
    reason: Placed
    instead: Placed | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in a published article and is right now, in the editors' words, and the day it was put right."""

    date: PlacedDate
    text: Placed


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the ``---`` lines. What an editor left out is ``None`` or empty.

    ``index`` are words besides the topics under which a reader may look for the article. A list of related pages that
    is empty asks for none; one that is ``None`` is computed, and computing adds to one that names a few, but never what
    ``not_related`` names. ``was`` are addresses that the page had before, as typed.
    """

    title: Placed
    description: Placed | None = None
    status: PublicationStatus = PublicationStatus.PUBLISHED
    type: ArticleType | None = None
    authors: tuple[Placed, ...] = ()
    published: PlacedDate | None = None
    updated: PlacedDate | None = None
    topics: tuple[Placed, ...] = ()
    index: tuple[Placed, ...] = ()
    illustration: Illustration | None = None
    emergency_link: Placed | None = None
    related_questions: tuple[Placed, ...] | None = None
    related_articles: tuple[Placed, ...] | None = None
    not_related: tuple[Placed, ...] = ()
    withdrawal: Withdrawal | None = None
    corrections: tuple[Correction, ...] = ()
    was: tuple[Placed, ...] = ()

    @property
    def plain_texts(self) -> tuple[Placed, ...]:
        """The texts besides corrections that readers get as they are written, in no Markdown."""
        alt = self.illustration.alt if self.illustration else None
        reason = self.withdrawal.reason if self.withdrawal else None
        return tuple(filter(None, (self.title, self.description, self.emergency_link, alt, reason)))

    @property
    def newest_corrections(self) -> tuple[Correction, ...]:
        """The corrections as readers get them: the newest first."""
        return tuple(sorted(self.corrections, key=lambda each: each.date.day, reverse=True))


@dataclass(frozen=True, slots=True)
class Article:
    """One page of content. ``words`` counts the words of its body, marks excluded.

    ``nodes`` are all nodes of the body, each before its children, in reading order: most rules look for one sort.
    ``prose`` are the runs of text among them.
    """

    slug: str
    kind: ArticleKind
    source: SourceText
    front: FrontMatter
    body: tuple[Node, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[AnyProblem, ...] = ()
    words: int = 0
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    nodes: tuple[Node, ...] = field(init=False, repr=False, compare=False)
    prose: tuple[Prose, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "nodes", tuple(walk_nodes(self.body)))
        object.__setattr__(self, "prose", tuple(node for node in self.nodes if isinstance(node, Prose)))

    def locate(self, span: Span) -> Location:
        """Lines and columns of a span of this article's source."""
        return self.source.locate(span)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside an article: its file name, its data as published, its size in CSS pixels.

    ``adapts``: it has colours of its own for a dark page.
    """

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int
    adapts: bool = False
