"""An article (or one of the site's own pages) as it was read: front matter, body, ledger and what was odd about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from citewell.diagnostics import Location
from citewell.model.blocks import Node, Prose, walk_nodes
from citewell.model.claims import Claim
from citewell.model.inlines import Citation, CitationItem
from citewell.model.keys import Key, Need, ShownText, Start, Wording
from citewell.model.problems import AnyProblem
from citewell.model.reviews import ReviewFile
from citewell.model.shared import SharedUse
from citewell.model.source_location import Placed, PlacedDate, SourceText, Span


class ArticleKind(StrEnum):
    """An article answers a health question; a page is about the site itself."""

    ARTICLE = "article"
    PAGE = "page"


class ArticleType(StrEnum):
    """What an article is about; ``evidence_for`` in ``site.yml`` says what one of each type must cite."""

    CONDITION = "condition"
    SYMPTOM = "symptom"
    TEST = "test"
    TREATMENT = "treatment"


class PublicationStatus(StrEnum):
    """Where an article is in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class DraftOrigin(StrEnum):
    """Who wrote the first draft: a person, or a computer program."""

    WRITTEN = "written"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Illustration:
    """The picture at the head of an article, and the words for people who cannot see it."""

    file: Annotated[Placed, Key("The picture's file, in the folder of the article.", "drawing.svg")]
    alt: Annotated[
        Placed | None,
        Key(
            "What the picture shows, for people who cannot see it. A file name or “image of …” is refused.",
            "Side view of an ankle",
            wording=Wording.PLAIN,
            where="read aloud in place of the picture",
            may_be_empty=True,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When and why an article was withdrawn, and the slug of the article to read in its place, if there is one."""

    date: Annotated[PlacedDate, Key("The day on which it was withdrawn.", "2026-11-22")]
    reason: Annotated[
        Placed,
        Key(
            "Why, in a plain sentence.",
            "The guideline it followed has been replaced.",
            wording=Wording.PLAIN,
            where="on the page that remains",
        ),
    ]
    instead: Annotated[
        Placed | None, Key("The folder of the article to read instead.", "when-should-a-lump-be-checked")
    ] = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A mistake in a published article, in the editors' words, and the day on which it was corrected.

    ``sources`` are citation keys, for what the text states.
    """

    date: Annotated[PlacedDate, Key("The day on which it was corrected.", "2026-12-01")]
    text: Annotated[
        Placed,
        Key(
            "What the article said, and what is right.",
            "An earlier version gave a wrong duration for the pain.",
            wording=Wording.PLAIN,
            where="below the sources, newest first",
            sources="sources",
            block="correction",
        ),
    ]
    sources: Annotated[
        tuple[Placed, ...],
        Key(
            "Keys of references, if the correction states a number or an effect.",
            "[who-2023-headache]",
            where="after the correction, as numbers",
        ),
    ] = ()

    @property
    def citation(self) -> Citation | None:
        """Its sources as a citation like those in the text; ``None`` without any."""
        return cite(self.sources) if self.sources else None


def cite(keys: Sequence[Placed]) -> Citation:
    """A citation of the keys that a list in the front matter names, of which there is at least one."""
    items = tuple(CitationItem(key.span, key.text) for key in keys)
    return Citation(Span(items[0].span.start, items[-1].span.end), items)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys between the ``---`` lines. What an editor left out is ``None`` or empty.

    A list of related pages that is empty asks for none; one that is ``None`` is computed, and computing adds to one
    that names a few, but never what ``not_related`` names.
    """

    title: Annotated[
        Placed,
        Key(
            "The question that the page answers, as a reader would type it.",
            "When is a headache an emergency?",
            wording=Wording.HEADING,
            where="the heading of the page, lists and search results",
            start=Start.OPEN,
        ),
    ]
    description: Annotated[
        Placed | None,
        Key(
            "What the page is about, in one sentence of 50 to 160 characters that states no fact.",
            "The signs that need help at once, and whom to call.",
            wording=Wording.LABEL,
            where="below the title of a page about the site, in lists and in search engines",
            need=Need(articles_only=False),
            start=Start.OPEN,
            may_be_empty=True,
        ),
    ] = None
    status: Annotated[
        PublicationStatus,
        Key(
            "`draft` (checked and previewed, never published), `published` (also without this line) or `withdrawn`.",
            "draft",
            start=Start.OPEN,
        ),
    ] = PublicationStatus.PUBLISHED
    type: Annotated[
        ArticleType | None,
        Key(
            "What it is about: `condition` (an illness, or how it develops), `symptom`, `test` or `treatment`.",
            "symptom",
            need=Need(unless=(PublicationStatus.WITHDRAWN,), policy="evidence_for"),
            start=Start.OPEN,
            may_be_empty=True,
        ),
    ] = None
    authors: Annotated[
        tuple[Placed, ...],
        Key(
            "Who wrote it: ids from `content_src/people.yml`.",
            "[editorial-team]",
            where="the byline, as names",
            need=Need(),
            start=Start.OPEN,
        ),
    ] = ()
    origin: Annotated[
        DraftOrigin,
        Key(
            "`generated` if a computer program wrote the first draft: before it is published, a person must compare "
            "each statement with its sources (REV040). The default is `written`.",
            "generated",
            where="below the title, in a sentence",
            start=Start.LATER,
        ),
    ] = DraftOrigin.WRITTEN
    origin_note: Annotated[
        Placed | None,
        Key(
            "Which program wrote the first draft.",
            "Example Writer 2",
            wording=Wording.NAME,
            where="below the title",
            start=Start.LATER,
        ),
    ] = None
    published: Annotated[
        PlacedDate | None,
        Key(
            "The day on which it was, or will be, published.",
            "2026-11-22",
            where="below the title",
            need=Need(unless=(PublicationStatus.DRAFT,)),
            start=Start.OPEN,
        ),
    ] = None
    updated: Annotated[
        PlacedDate | None,
        Key("The day of the last change in meaning.", "2026-12-01", where="below the title", start=Start.LATER),
    ] = None
    based_on: Annotated[
        tuple[Placed, ...],
        Key(
            "Bodies whose works carry the article: they support each sentence of the key takeaway, and the share of "
            "the citations that the site asks for (ART050).",
            "[WHO]",
            wording=Wording.NAME,
            where="below the title",
            may_be_single=True,
        ),
    ] = ()
    topics: Annotated[
        tuple[Placed, ...],
        Key(
            "Its subjects, in plain words. Each topic has a page, and the A–Z lists the article under it.",
            "[headache, scans and tests]",
            wording=Wording.NAME,
            where="the pages of topics and the A–Z",
            need=Need(),
            start=Start.OPEN,
        ),
    ] = ()
    index: Annotated[
        tuple[Placed, ...],
        Key(
            "Other words that readers may look for in the A–Z.",
            "[migraine, sore head]",
            wording=Wording.NAME,
            where="the A–Z and the search",
        ),
    ] = ()
    illustration: Annotated[
        Illustration | None, Key("A picture at the head of the article.", where="at the head of the article")
    ] = None
    emergency_link: Annotated[
        Placed | None,
        Key(
            "The text of the link to the emergency card. Leave it out to get the usual text.",
            '"Sudden headache? See when to call for help"',
            wording=Wording.PLAIN,
            where="below the takeaway, if there is an emergency card",
        ),
    ] = None
    related_questions: Annotated[
        tuple[Placed, ...] | None,
        Key(
            "Folders of articles that come first under related questions; `[]` for none.",
            "[when-is-a-headache-an-emergency]",
        ),
    ] = None
    related_articles: Annotated[
        tuple[Placed, ...] | None,
        Key("Folders of articles that come first under related articles; `[]` for none.", "[what-is-a-biopsy]"),
    ] = None
    not_related: Annotated[
        tuple[Placed, ...], Key("Folders of articles that are not related.", "[what-is-a-biopsy]")
    ] = ()
    withdrawal: Annotated[
        Withdrawal | None,
        Key(
            "When and why the article was withdrawn.",
            name="withdrawn",
            where="on the page that remains",
            start=Start.LATER,
        ),
    ] = None
    corrections: Annotated[
        tuple[Correction, ...],
        Key(
            "Mistakes in the published article that have been corrected.", where="below the sources", start=Start.LATER
        ),
    ] = ()
    redirects: Annotated[
        tuple[Placed, ...],
        Key(
            "Earlier addresses of the page, which keep working.",
            "old-name",
            formerly="was",
            start=Start.LATER,
            may_be_single=True,
        ),
    ] = ()

    @property
    def dates(self) -> tuple[PlacedDate, ...]:
        """All days that it names."""
        named = (self.published, self.updated, self.withdrawal.date if self.withdrawal else None)
        return (*(each for each in named if each), *(each.date for each in self.corrections))

    @property
    def newest_corrections(self) -> tuple[Correction, ...]:
        """The corrections as readers get them: the newest first."""
        return tuple(sorted(self.corrections, key=lambda each: each.date.day, reverse=True))


@dataclass(frozen=True, slots=True)
class Article:
    """One page of content. ``words`` counts the words of its body, marks excluded.

    ``nodes`` are all nodes of the body, each before its children, in reading order: most rules look for one sort.
    ``prose`` are the runs of text among them. ``front_texts`` are the texts of the front matter that readers see.
    ``shared`` are the uses of shared texts; these are in ``source`` and ``body`` like the article's own, and the
    ``problems`` in them are theirs.
    ``reviews`` is what was recorded of its reviews, valid or not.
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
    front_texts: tuple[ShownText, ...] = ()
    shared: tuple[SharedUse, ...] = ()
    reviews: ReviewFile = field(default_factory=ReviewFile)
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
