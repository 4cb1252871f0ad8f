"""References: the works that claims rely on, in CSL's words (CSL 1.0.2 input data), and the bibliography they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from citewell.diagnostics import Location
from citewell.model.keys import Form, Key, PlaceOf, Wording

if TYPE_CHECKING:
    from citewell.model.evidence import Notice

#: The kinds of works that an editor may give a reference.
KINDS: Final = (
    "research-study",
    "trial",
    "cohort-study",
    "systematic-review",
    "review-article",
    "guideline",
    "quality-standard",
    "expert-framework",
    "hospital-page",
    "health-service-page",
    "government-health-page",
    "charity-page",
    "medical-encyclopedia",
    "preprint",
    "patient-leaflet",
    "patient-information",
    "news",
)


class IdentifierKind(StrEnum):
    """The identifiers Citewell knows, in the order in which an entry prefers them."""

    DOI = "DOI"
    PMID = "PMID"
    PMCID = "PMCID"
    ISBN = "ISBN"
    URL = "URL"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family``, ``given``, particles, suffix) or, with ``literal``, a body that is an author."""

    family: str = ""
    given: str = ""
    literal: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the season (1 spring to 4 winter), the month or the day.

    ``until`` is where a range ends; it is never before its start, and has no ``until`` of its own. ``goes_on`` says of
    a range that it has no end.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    until: PartialDate | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuote:
    """Words of a work that several claims may pin by their name (``[@key, quote NAME]``)."""

    name: Annotated[str, Key("The name by which claims pin the words.", "early-course", form=Form.SLUG)]
    text: Annotated[
        str, Key("Words of the work, exactly as they are in it.", wording=Wording.QUOTED, where="below the entry")
    ]
    location: Annotated[Location, PlaceOf("text")]


class Acceptable(StrEnum):
    """What an editor may accept: the notices and verdicts with which a reference else carries no claim.

    And that its page cannot be read by a program, where a person has compared the pinned words.
    """

    RETRACTION = "retraction"
    CONCERN = "expression-of-concern"
    SUPERSEDED = "superseded"
    CORRECTION = "correction"
    BROKEN = "broken"
    WRONG_PAGE = "wrong-page"
    REFUSED = "refused"
    UNREAD_QUOTE = "unread-quote"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An editor's decision to go on citing a work in spite of a finding.

    ``finding`` is a verdict, a kind of notice, or ``unread-quote``. It covers what was known on its ``date``; ``by`` is
    the id of a person. ``location`` is where it is written.
    """

    finding: Annotated[str, Key("What is accepted.", "retraction", choices=Acceptable)]
    reason: Annotated[
        str,
        Key(
            "Why the work is still cited.",
            "We cite it as the study that was retracted.",
            wording=Wording.PLAIN,
            where="beside the entry",
        ),
    ]
    by: Annotated[str, Key("Who decided: an id from `content_src/people.yml`.", "editorial-team", form=Form.SLUG)]
    date: Annotated[date, Key("The day of the decision; it covers what was known then.", "2026-02-15")]
    location: Annotated[Location, PlaceOf("by")]


@dataclass(frozen=True, slots=True)
class Reference:
    """One CSL item.

    ``fields`` holds its other plain CSL variables as written (``title``, ``container-title``, ``volume``, ``page``,
    ``DOI`` …) and ``places`` where each variable, and the item itself under ``""``, is in the sources.
    ``contributors`` are those beside authors and editors, by CSL's name of their role (``translator``).
    ``identifiers`` are the well-formed ones in normal form. ``unread`` are variables with a value that is
    not valid for them, which the reader has reported. ``kind`` is Citewell's word for what sort of work it is
    (``systematic-review``), ``people`` who was studied, ``unverified`` whether its editors say it was not confirmed.
    ``quotes`` are words of it that have a name, ``accepted`` are findings in spite of which it is cited. ``notices``
    are those of the reference itself, as an import or an editor wrote them. ``reviewed`` is the day on which its
    publisher last went through it, where the work says so.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    contributors: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    identifiers: Mapping[IdentifierKind, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    kind: str | None = None
    people: str | None = None
    unverified: bool = False
    doubt: str | None = None
    quotes: tuple[NamedQuote, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    notices: tuple[Notice, ...] = ()
    reviewed: date | None = None
    places: Mapping[str, Location] = field(default_factory=dict)
    _words: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", {quote.name: quote.text for quote in reversed(self.quotes)})

    @property
    def title(self) -> str:
        """The work's title, empty when it has none."""
        return self.fields.get("title", "")

    def quote(self, name: str) -> str | None:
        """The words of the quote with this name, the first such; ``None`` without any."""
        return self._words.get(name)

    def place(self, variable: str = "") -> Location:
        """Where a variable is, or the item when it has no such variable."""
        return self.places.get(variable) or self.places[""]


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All references, by key in the order of the files, and by normalised identifier (first writer wins).

    ``by_identifier`` keys read ``doi:10.1/x``, ``pmid:1``, ``pmcid:PMC1``, ``isbn:978…`` or are an address.
    ``unread`` are the files that may hold further references, which could not be read.
    """

    references: Mapping[str, Reference] = field(default_factory=dict)
    by_identifier: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
