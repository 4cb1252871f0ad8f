"""``people.yml``: everyone who may be named as an author or reviewer."""

from __future__ import annotations

from typing import NamedTuple

from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import Person
from citewell.model.source_location import SourceText
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.documents import read_file
from citewell.source.fields import Flag, Line, Slug
from citewell.source.validate import Typed


class ReadPeople(NamedTuple):
    """People by id, in the order of the file, and every problem of it."""

    people: dict[str, Person]
    problems: tuple[AnyProblem, ...]


class PersonTyped(Typed):
    """One item of ``people:``."""

    id: Slug
    name: Line
    organisation: Flag = False
    role: Line | None = None
    credentials: Line | None = None
    affiliation: Line | None = None
    interests: Line | None = None
    about: Line | None = None


class PeopleTyped(Typed):
    """The one key of ``people.yml``."""

    people: list[PersonTyped]


def read_people(source: SourceText) -> ReadPeople:
    """Read ``people.yml``. Of two people with one id the first stays."""
    document = read_file(PeopleTyped, source)
    problems = list(document.problems)
    people: dict[str, Person] = {}
    for typed in document.value.people if document.value else ():
        person = _model(typed, source)
        if person.id in people:
            problems.append(Problem(person.location, WrongValue(Expectation.UNIQUE, "id", found=person.id)))
        people.setdefault(person.id, person)
    return ReadPeople(people, tuple(problems))


def _model(typed: PersonTyped, source: SourceText) -> Person:
    return Person(
        id=typed.id.text,
        name=typed.name.text,
        organisation=typed.organisation,
        role=_words(typed.role),
        credentials=_words(typed.credentials),
        affiliation=_words(typed.affiliation),
        interests=_words(typed.interests),
        about=_words(typed.about),
        location=source.locate(typed.id.span),
    )


def _words(placed: object) -> str | None:
    return None if placed is None else str(placed)
