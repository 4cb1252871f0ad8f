"""The models of a bibliography file: CSL items (CSL 1.0.2 input data) and our own ``custom`` part of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import Field, PlainValidator, create_model, model_validator

from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.evidence import NoticeKind
from citewell.model.references import PartialDate
from citewell.model.source_location import Placed
from citewell.model.yaml_problems import Expectation
from citewell.source.csl_dates import csl_date
from citewell.source.fields import Day, Flag, Kind, Line, LineOrNothing, Slug, one_of, text_of, wrong
from citewell.source.validate import Typed, nearest

_KEY: Final = re.compile(r"[^\s{}\[\]@\"“”]{1,200}")


def is_key(text: str) -> bool:
    """Whether a reference can be cited by a text."""
    return _KEY.fullmatch(text) is not None


def _key(value: Any) -> Placed:
    placed = text_of(value)
    if not is_key(placed.text):
        raise wrong(Expectation.CITABLE_KEY, placed.text)
    return placed


def _item_type(value: Any) -> Placed:
    placed = text_of(value)
    if placed.text not in TYPES:
        raise wrong(Expectation.CSL_TYPE, placed.text, nearest(placed.text, TYPES))
    return placed


CslDate = Annotated[PartialDate, PlainValidator(csl_date)]


class NameTyped(Typed):
    """A person, or with ``literal`` a body. Mendeley exports every part, empty or not, and ``parse-names``."""

    family: LineOrNothing = None
    given: LineOrNothing = None
    literal: LineOrNothing = None
    non_dropping_particle: LineOrNothing = Field(None, alias="non-dropping-particle")
    dropping_particle: LineOrNothing = Field(None, alias="dropping-particle")
    suffix: LineOrNothing = None
    comma_suffix: Flag = Field(False, alias="comma-suffix")
    static_ordering: Flag = Field(False, alias="static-ordering")
    parse_names: Flag = Field(False, alias="parse-names")

    @model_validator(mode="before")
    @classmethod
    def _is_named(cls, value: Any) -> Any:
        if isinstance(value, Placed):
            raise wrong(Expectation.NAME_PARTS, value.text)
        if isinstance(value, dict) and not any(_has_words(value.get(part)) for part in ("family", "given", "literal")):
            raise wrong(Expectation.NAME)
        return value


def _has_words(part: Any) -> bool:
    return part is not None and not (isinstance(part, Placed) and not part.text.strip())


class Confidence(StrEnum):
    """How the details of a reference were seen."""

    SEEN_AT_PUBLISHER = "seen-at-publisher"
    SEEN_IN_COPY = "seen-in-copy"
    THIRD_PARTY_BIBLIOGRAPHY = "third-party-bibliography"


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


class AcceptanceTyped(Typed):
    """One item of ``accepted:``: what is accepted, why, by whom and when."""

    finding: Annotated[Acceptable, PlainValidator(one_of(Acceptable))]
    reason: Line
    by: Slug
    date: Day


class QuoteTyped(Typed):
    """One item of ``quotes:``: words of the work, and the name by which claims pin them."""

    name: Slug
    text: Line


_AS_FAR_AS_KNOWN: Final = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def _as_far_as_known(value: Any) -> Placed:
    placed = text_of(value)
    if not _AS_FAR_AS_KNOWN.fullmatch(placed.text):
        raise wrong(Expectation.YEAR_MONTH_OR_DAY, placed.text)
    return placed


class NoticeTyped(Typed):
    """One item of ``notices:``: what was published about the work since, who says so, and where it can be read."""

    kind: Annotated[NoticeKind, PlainValidator(one_of(NoticeKind))]
    said_by: Line = Field(alias="said-by")
    published: Annotated[Placed, PlainValidator(_as_far_as_known)] | None = None
    doi: Line | None = None
    pmid: Line | None = None
    reason: Line | None = None


class CustomTyped(Typed):
    """``custom:``, what Citewell's editors know about a reference beyond CSL."""

    kind: Kind | None = None
    confidence: Annotated[Confidence, PlainValidator(one_of(Confidence))] | None = None
    doubt: Line | None = None
    unverified: Flag = False
    note: Line | None = None
    review_date: Day | None = Field(None, alias="review-date")
    access: Line | None = None
    topic: Line | None = None
    licence_note: Line | None = Field(None, alias="licence-note")
    date_basis: Line | None = Field(None, alias="date-basis")
    url_basis: Line | None = Field(None, alias="url-basis")
    supersedes: Line | None = None
    quotes: tuple[QuoteTyped, ...] = ()
    notices: tuple[NoticeTyped, ...] = ()
    accepted: tuple[AcceptanceTyped, ...] = ()
    imported: dict[str, Any] | None = None  # what another program knew and CSL has no word for: kept, never read


class ItemBase(Typed):
    """What every item has; ``ItemTyped`` adds the CSL variables."""

    id: Annotated[Placed, PlainValidator(_key)]
    type: Annotated[Placed, PlainValidator(_item_type)]
    custom: CustomTyped | None = None
    categories: tuple[Line, ...] = ()

    def variable(self, name: str) -> Any:
        """The value of a CSL variable, or ``None``."""
        return getattr(self, attribute(name))


def attribute(variable: str) -> str:
    """The name of a CSL variable as an attribute of the model."""
    return "csl_" + variable.replace("-", "_")


def _optional(annotation: Any, variables: frozenset[str]) -> dict[str, Any]:
    return {attribute(name): (annotation | None, Field(None, alias=name)) for name in sorted(variables)}


#: One CSL item. Empty texts count as left out: reference managers export them.
ItemTyped: Final = create_model(
    "ItemTyped",
    __base__=ItemBase,
    **_optional(LineOrNothing, TEXTS),
    **_optional(list[NameTyped], NAMES),
    **_optional(CslDate, DATES),
)


class BibliographyTyped(Typed):
    """A bibliography file; pandoc writes ``nocite`` beside the references."""

    references: list[Any]
    nocite: Any = None
