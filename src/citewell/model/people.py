"""People: everyone who may be named as an author or reviewer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from citewell.diagnostics import Location
from citewell.model.keys import Form, Key, PlaceOf, Wording
from citewell.model.reviews import ReviewRole
from citewell.project import PEOPLE_YML


@dataclass(frozen=True, slots=True)
class Person:
    """An author or reviewer (``organisation`` when it is a team); all plain words."""

    id: Annotated[str, Key("The short name that articles use under `authors:`.", "editorial-team", form=Form.SLUG)]
    name: Annotated[
        str, Key("The name as readers see it.", "Editorial team", wording=Wording.NAME, where="bylines, authors")
    ]
    organisation: Annotated[bool, Key("`true` for a team or an organisation; leave it out for a person.", "true")] = (
        False
    )
    role: Annotated[
        str | None,
        Key("What they do for the site.", "Writes and checks the articles", wording=Wording.NAME, where="authors"),
    ] = None
    credentials: Annotated[
        str | None,
        Key("Qualifications.", "MSc, registered physiotherapist", wording=Wording.NAME, where="bylines, authors"),
    ] = None
    reviews: Annotated[
        ReviewRole | None,
        Key(
            "What their reviews vouch for: `medical` (needs credentials, register, registration_number and interests) "
            "or `lay`. Without it they review nothing.",
            "medical",
        ),
    ] = None
    register: Annotated[
        str | None,
        Key(
            "The professional register they are on.",
            "Example Register of Physiotherapists",
            wording=Wording.NAME,
            where="reviews, authors",
        ),
    ] = None
    registration_number: Annotated[
        str | None, Key("Their number there.", "PH00000", wording=Wording.NAME, where="reviews, authors")
    ] = None
    affiliation: Annotated[
        str | None, Key("Where they work.", "Example Hospital", wording=Wording.NAME, where="authors")
    ] = None
    interests: Annotated[
        str | None,
        Key('Anything that could influence them, or "none".', "None declared", wording=Wording.PLAIN, where="authors"),
    ] = None
    about: Annotated[
        str | None,
        Key(
            "One or two sentences about them, not about health.",
            "The team writes from published sources.",
            wording=Wording.PLAIN,
            where="authors",
        ),
    ] = None
    location: Annotated[Location, PlaceOf("id")] = field(default_factory=lambda: Location(PEOPLE_YML))


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The one key of ``people.yml``."""

    people: Annotated[Mapping[str, Person], Key("Everyone who may be named as an author.", by="id")]
