"""``people.yml``: everyone who may be named as an author or reviewer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from citewell.model.keys import ShownText, group_of
from citewell.model.people import PeopleFile, Person
from citewell.model.problems import AnyProblem
from citewell.model.source_location import SourceText
from citewell.source.documents import read_yaml_file
from citewell.source.plain_text_check import find_markup_problems


class ReadPeople(NamedTuple):
    """People by id, in the order of the file, every problem of it, and the texts readers see."""

    people: Mapping[str, Person]
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...] = ()


def read_people(source: SourceText) -> ReadPeople:
    """Read ``people.yml``. Of two people with one id the first stays."""
    document = read_yaml_file(group_of(PeopleFile), source)
    people = document.value.people if document.value else {}
    return ReadPeople(people, (*document.problems, *find_markup_problems(source, document.texts)), document.texts)
