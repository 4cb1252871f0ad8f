"""Who may review an article: known people, with what their role needs, and never its authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from citewell.model.article import Article
from citewell.model.people import Person
from citewell.model.reviews import ReviewRole


class Refusal(StrEnum):
    """Why a record counts for nothing."""

    EDITED = "edited"  # it is not as a command wrote it
    UNKNOWN = "unknown"  # nobody has this id
    ROLE = "role"  # the person may not review, or not as this
    INCOMPLETE = "incomplete"  # people.yml does not say what a medical reviewer must say
    AUTHOR = "author"  # nobody reviews what they wrote
    FUTURE = "future"  # its day has not come


def judge_reviewer(
    name: str, role: ReviewRole | None, article: Article, people: Mapping[str, Person]
) -> Refusal | None:
    """Why a person may not review an article as this (``None``: as whatever they may); ``None`` if they may."""
    person = people.get(name)
    if person is None:
        return Refusal.UNKNOWN
    if name in (author.text for author in article.front.authors):
        return Refusal.AUTHOR
    if person.reviews is None or person.organisation or role not in (None, person.reviews):
        return Refusal.ROLE
    return Refusal.INCOMPLETE if next(list_missing_keys(person), None) else None


def list_missing_keys(person: Person) -> Iterator[str]:
    """The keys of ``people.yml`` that a person needs for their role and does not have."""
    if person.reviews is ReviewRole.MEDICAL:
        for key in ("credentials", "register", "registration_number", "interests"):
            if not getattr(person, key):
                yield key
