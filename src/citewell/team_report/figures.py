"""What a report to the team holds: plain rows of numbers, the same for people and for programs.

The JSON form and its schema are made from these classes, so a field's name is a stable key: one may be added, and none
changes its meaning without a new ``VERSION``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from citewell.model.reviews import ReviewStage

#: The version of the report's form.
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, by its name; ``label`` says the name to people."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the content; line and column count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many claims there are, and how each is supported: ``cited``, ``waived`` and ``uncited`` are all of them."""

    claims: int = 0
    cited: int = 0
    waived: int = 0
    uncited: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.claims + other.claims,
            self.cited + other.cited,
            self.waived + other.waived,
            self.uncited + other.uncited,
        )


@dataclass(frozen=True, slots=True)
class SupportLevels:
    """How far the support of cited claims was checked; each claim counts once, at the highest level it has.

    ``person``: a person recorded that the source says so, or signed the section as it is now. ``quoted``: the words of
    the source are pinned. ``program``: only a program recorded a verdict. ``unchecked``: nothing but the citation.
    """

    person: int = 0
    quoted: int = 0
    program: int = 0
    unchecked: int = 0

    def __add__(self, other: SupportLevels) -> SupportLevels:
        return SupportLevels(
            self.person + other.person,
            self.quoted + other.quoted,
            self.program + other.program,
            self.unchecked + other.unchecked,
        )


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """How often a verdict was recorded on claims as they are now, by people and by programs."""

    name: str
    label: str
    people: int
    programs: int


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """An article or a page about the site.

    ``single_source`` counts its claims that rest on one source only. ``reading_grade`` is a school grade by
    Flesch–Kincaid over all whole sentences, ``None`` where there are too few or the site is not in English.
    """

    slug: str
    title: str
    kind: str
    status: str
    path: str
    coverage: Coverage
    waivers: tuple[Count, ...]
    support: SupportLevels
    single_source: int
    reading_grade: float | None


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums over the documents that are published or drafts."""

    published_articles: int
    draft_articles: int
    withdrawn_articles: int
    pages: int
    coverage: Coverage
    support: SupportLevels
    references: int


@dataclass(frozen=True, slots=True)
class LookUps:
    """What checking the references online found.

    ``notices`` counts works by what was published about them (a retraction, …); ``ages`` says how long ago the last
    check was; ``lost_quotes`` counts pinned words that are no longer on their page.
    """

    verdicts: tuple[Count, ...]
    notices: tuple[Count, ...]
    ages: tuple[Count, ...]
    oldest: date | None
    newest: date | None
    lost_quotes: int


@dataclass(frozen=True, slots=True)
class KindFigures:
    """A kind of works: how many references are of it, and how often they are cited."""

    name: str
    label: str
    references: int
    uses: int


@dataclass(frozen=True, slots=True)
class PublisherFigures:
    """A publisher: its references, how often they are cited, and its share of all citations in per cent."""

    name: str
    references: int
    uses: int
    share: float


@dataclass(frozen=True, slots=True)
class SingleSource:
    """A claim that rests on one source only; ``block`` is the block it is in (``emergency``, ``takeaway``, …)."""

    article: str
    title: str
    claim: str
    text: str
    block: str
    reference: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReferenceFigures:
    """A reference that needs a look, and why."""

    key: str
    title: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReviewerName:
    """Somebody who reviewed an article: the id in ``people.yml``, and the name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ArticleReview:
    """The medical review of an article that is published, or withheld until it is reviewed.

    ``due`` is when the next is due, ``lapsed`` are the headings of sections that changed after they were reviewed and
    ``unsigned`` of those that nobody has reviewed. ``reviewers`` are those whose reviews count, or did before a change.
    """

    slug: str
    title: str
    path: str
    state: ReviewStage
    due: date | None
    reviewers: tuple[ReviewerName, ...]
    lapsed: tuple[str, ...]
    unsigned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """Reviews of articles that are published or withheld; ``due`` counts those due in a month (``2026-11``)."""

    states: tuple[Count, ...]
    due: tuple[Count, ...]
    articles: tuple[ArticleReview, ...]


class History(StrEnum):
    """Whether the past of the content could be read from git."""

    READ = "read"
    SHALLOW = "shallow"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NOT_ASKED = "not-asked"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Month:
    """The content as it was at the end of a month (``2026-11``): published articles, their claims, and three shares.

    The shares are in per cent of the claims: those with a source, those with pinned words, those in a section with a
    signature that was valid then. ``commit`` is the state that was read.
    """

    month: str
    commit: str
    articles: int
    claims: int
    cited: float
    pinned: float
    reviewed: float


@dataclass(frozen=True, slots=True)
class Trend:
    """How the content grew, oldest month first; ``note`` says in words what could not be read."""

    history: History
    months: tuple[Month, ...]
    note: str


class Result(StrEnum):
    """What the content says about a criterion."""

    MET = "met"
    GAP = "gap"
    PERSON = "needs-a-person"


@dataclass(frozen=True, slots=True)
class EvidenceResult:
    """The result of one line of evidence; ``places`` are the first of those where something is missing."""

    check: str
    result: Result
    says: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion of a trust mark, with the evidence that it is met or what is missing."""

    id: str
    words: str
    source: str
    result: Result
    evidence: tuple[EvidenceResult, ...]


@dataclass(frozen=True, slots=True)
class CriteriaResult:
    """A trust mark's criteria, judged; ``source`` says where they were read and when."""

    name: str
    title: str
    source: str
    note: str
    criteria: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class TeamReport:
    """A whole report. Withdrawn articles count among the articles, and nothing in them is counted."""

    version: int
    site: str
    day: date
    totals: Totals
    documents: tuple[DocumentFigures, ...]
    waivers: tuple[Count, ...]
    verdicts: tuple[VerdictFigures, ...]
    look_ups: LookUps
    kinds: tuple[KindFigures, ...]
    ages: tuple[Count, ...]
    publishers: tuple[PublisherFigures, ...]
    reviews: ReviewFigures
    single_source: tuple[SingleSource, ...]
    unused: tuple[ReferenceFigures, ...]
    unread: tuple[ReferenceFigures, ...]
    trend: Trend
    criteria: tuple[CriteriaResult, ...]
