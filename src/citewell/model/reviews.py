"""What ``content_src/reviews/<slug>.yml`` records of an article: who reviewed what, in which words, which verdicts.

Only commands write these files. Each record carries a digest of all its own values, so one that was edited by hand
counts for nothing. What is still valid of a record is computed elsewhere (``citewell.reviews``), never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, NamedTuple, TypeAlias

from citewell.diagnostics import Location
from citewell.model.evidence import Verdict
from citewell.model.keys import Form, Key, PlaceOf
from citewell.project import REVIEWS_FOLDER


class ReviewRole(StrEnum):
    """What a review vouches for: a medical one for what is said, a lay one for how well it can be understood."""

    MEDICAL = "medical"
    LAY = "lay"


class ClaimVerdict(StrEnum):
    """Whether the sources of a claim say what it says; ``WRONG``: it is false whatever they say."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    CANNOT_TELL = "cannot-tell"
    WRONG = "wrong"


class ReviewedClaim(NamedTuple):
    """A claim as it was when its section was signed: its digest (``citations/claim_digest.py``) and its text."""

    digest: str
    text: str


_DAY: Final = "2026-12-01"
_DIGEST: Final = "1:0123456789ab"
_RECORD: Final = "The digest of this record, by which the check sees that nobody changed it."
_NOTE: Final = "What the record's author adds, for the editors."


@dataclass(frozen=True, slots=True)
class RecordedVerdict:
    """A verdict on one claim. ``digest`` is that of the claim when it was judged; ``claim`` was its id then."""

    claim: Annotated[str, Key("The id of the claim, as `citewell claims` lists it.", "what-is-a-biopsy-1a2b3c4d")]
    digest: Annotated[str, Key("The digest of the claim as it was judged.", _DIGEST)]
    verdict: Annotated[ClaimVerdict, Key("Whether its sources say so.", '"yes"')]
    note: Annotated[str | None, Key(_NOTE, "The guideline says “most”.")] = None
    location: Annotated[Location, PlaceOf("claim")] = field(default_factory=lambda: Location(REVIEWS_FOLDER))


@dataclass(frozen=True, slots=True)
class ReviewedSection:
    """A section as it was signed (``citations/sections.py``); ``lines`` holds its claims, which ``claims`` reads."""

    anchor: Annotated[str, Key("The id of the section on its page.", "what-to-do")]
    digest: Annotated[str, Key("The digest of the section.", _DIGEST)]
    lines: Annotated[
        str,
        Key("Each claim in a line: its digest, and its text as it was.", name="claims", form=Form.PASSAGE),
    ]
    heading: Annotated[str | None, Key("Its heading as it was, if it has one.", "What to do")] = None

    @property
    def claims(self) -> tuple[ReviewedClaim, ...]:
        """The claims in reading order; a line that does not have the form is a claim without a digest."""
        parts = (line.partition(" ") for line in self.lines.splitlines())
        return tuple(ReviewedClaim(digest, text) for digest, _, text in parts)


def write_claim_lines(claims: Iterable[ReviewedClaim]) -> str:
    """Claims as ``ReviewedSection.lines``, whose ``claims`` are these again; their texts have one line each."""
    return "\n".join(" ".join([claim.digest, *claim.text.split()]) for claim in claims)


@dataclass(frozen=True, slots=True)
class ReviewedReference:
    """A reference on which reviewed claims rest, as it was: its fingerprint, and its verdict (``None``: unchecked)."""

    key: Annotated[str, Key("The key of the reference.", "nhs-back-pain", form=Form.CITATION_KEY)]
    fingerprint: Annotated[str, Key("Its fingerprint at that time.", "2:0123456789ab")]
    verdict: Annotated[Verdict | None, Key("Its verdict then; none if it was not checked.", "ok")] = None
    retracted: Annotated[bool, Key("`true`: it was retracted already, and the editors had accepted that.", "true")] = (
        False
    )


@dataclass(frozen=True, slots=True)
class Review:
    """The sign-off of a person for some sections of an article, or all; ``verdicts`` are those given on the way.

    ``due`` is the day on which the next review is due. ``location`` is the place of ``by``.
    """

    by: Annotated[str, Key("Who reviewed it: an id from `content_src/people.yml`.", "jane-doe", form=Form.SLUG)]
    role: Annotated[ReviewRole, Key("As what.", "medical")]
    on: Annotated[date, Key("The day of the review.", _DAY, name="date")]
    due: Annotated[date, Key("The day on which the next review is due.", _DAY)]
    digest: Annotated[str, Key(_RECORD, _DIGEST)]
    note: Annotated[str | None, Key(_NOTE, "Read with the guideline beside it.")] = None
    sections: Annotated[Mapping[str, ReviewedSection], Key("What was signed.", by="anchor")] = field(
        default_factory=dict
    )
    references: Annotated[
        Mapping[str, ReviewedReference], Key("The references on which these sections rest.", by="key")
    ] = field(default_factory=dict)
    verdicts: Annotated[tuple[RecordedVerdict, ...], Key("Verdicts on single claims.")] = ()
    location: Annotated[Location, PlaceOf("by")] = field(default_factory=lambda: Location(REVIEWS_FOLDER))


@dataclass(frozen=True, slots=True)
class PersonVerdicts:
    """Verdicts of a person on single claims, without a review: nothing is signed."""

    by: Annotated[str, Key("Who judged: an id from `content_src/people.yml`.", "jane-doe", form=Form.SLUG)]
    on: Annotated[date, Key("The day of the verdicts.", _DAY, name="date")]
    digest: Annotated[str, Key(_RECORD, _DIGEST)]
    verdicts: Annotated[tuple[RecordedVerdict, ...], Key("The verdicts.")] = ()
    note: Annotated[str | None, Key(_NOTE, "Read with the guideline beside it.")] = None
    location: Annotated[Location, PlaceOf("by")] = field(default_factory=lambda: Location(REVIEWS_FOLDER))


@dataclass(frozen=True, slots=True)
class ProgramVerdicts:
    """Verdicts of a program, which never count as a person's."""

    program: Annotated[str, Key("The name of the program.", "example-verifier")]
    version: Annotated[str, Key("Its version.", "2.1")]
    on: Annotated[date, Key("The day of the verdicts.", _DAY, name="date")]
    digest: Annotated[str, Key(_RECORD, _DIGEST)]
    verdicts: Annotated[tuple[RecordedVerdict, ...], Key("The verdicts.")] = ()
    location: Annotated[Location, PlaceOf("program")] = field(default_factory=lambda: Location(REVIEWS_FOLDER))


@dataclass(frozen=True, slots=True)
class CorrectedClaim:
    """A claim of which only the spelling was corrected: its digests and its texts before and after."""

    before: Annotated[str, Key("The digest of the claim before.", _DIGEST)]
    after: Annotated[str, Key("The digest of the claim after.", _DIGEST)]
    was: Annotated[str, Key("Its text before.", "Most lumbs are harmless.")]
    now: Annotated[str, Key("Its text after.", "Most lumps are harmless.")]


@dataclass(frozen=True, slots=True)
class SpellingCorrection:
    """What an editor declared to be corrections of spelling, which lapse no review."""

    by: Annotated[str, Key("Who corrected it: an id from `content_src/people.yml`.", "editorial-team", form=Form.SLUG)]
    on: Annotated[date, Key("The day on which it was declared.", _DAY, name="date")]
    digest: Annotated[str, Key(_RECORD, _DIGEST)]
    claims: Annotated[tuple[CorrectedClaim, ...], Key("The sentences.")] = ()
    location: Annotated[Location, PlaceOf("by")] = field(default_factory=lambda: Location(REVIEWS_FOLDER))


Record: TypeAlias = Review | SpellingCorrection | PersonVerdicts | ProgramVerdicts
"""Anything that was recorded at once, by one person or program."""


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """All records of one article, each list in the order in which they were added."""

    reviews: Annotated[tuple[Review, ...], Key("Reviews by people.")] = ()
    spelling: Annotated[tuple[SpellingCorrection, ...], Key("Corrections of spelling after a review.")] = ()
    people: Annotated[tuple[PersonVerdicts, ...], Key("Verdicts by people who signed nothing.")] = ()
    programs: Annotated[tuple[ProgramVerdicts, ...], Key("Verdicts by programs.")] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """All records."""
        return (*self.reviews, *self.spelling, *self.people, *self.programs)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all people who recorded something."""
        names = (
            *(each.by for each in self.reviews),
            *(each.by for each in self.spelling),
            *(each.by for each in self.people),
        )
        return tuple(dict.fromkeys(names))


class ReviewStage(StrEnum):
    """How far an article is reviewed, for one role; the first that is true."""

    NONE = "none"  # nobody has reviewed anything of it
    LAPSED = "lapsed"  # something changed after the review
    DOUBTED = "doubted"  # nothing changed, but somebody says that a claim is not supported
    PARTIAL = "partial"  # some sections were never reviewed
    EXPIRED = "expired"  # the next review is due, and the days of grace are over
    OVERDUE = "overdue"  # the next review is due
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """The medical review of an article in a few words, for whatever looks across articles.

    ``by`` are the ids of those whose reviews count for a section or did before it changed, ``on`` is the day of the
    last of these reviews and ``due`` the day on which the first of them is to be repeated. ``sections`` counts all
    sections, ``lapsed`` those that changed after their review or were doubted, ``missing`` those that nobody has
    reviewed. ``lay`` is the day of the last lay review that still counts for some of it.
    """

    stage: ReviewStage = ReviewStage.NONE
    by: tuple[str, ...] = ()
    on: date | None = None
    due: date | None = None
    sections: int = 0
    lapsed: int = 0
    missing: int = 0
    lay: date | None = None

    @property
    def is_valid(self) -> bool:
        """Whether all of the article is reviewed, and the review counts today."""
        return self.stage in (ReviewStage.VALID, ReviewStage.OVERDUE)
