"""Whether two references describe one work: by its identifiers, or by title, year and first author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from citewell.citations.identifiers import find_identifier_in_url, make_identifier_key
from citewell.model.references import IdentifierKind, Reference

# A work has one of each of these, so two different ones are two works; it may well have several addresses.
_ONE_A_WORK: Final = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.ISBN)
_PUNCTUATION: Final = re.compile(r"[\W_]+")


class WorkKey(NamedTuple):
    """What a work can be known by, the words that say so, and whether it is sure: an identifier, not words."""

    value: str
    words: str
    sure: bool


class SameWork(NamedTuple):
    """A reference that is the same work, and by what."""

    reference: Reference
    key: WorkKey


def list_work_keys(reference: Reference) -> Iterator[WorkKey]:
    """All that a work can be known by: identifiers first; chapters may share the ISBN of their book."""
    for kind, value in reference.identifiers.items():
        if kind is not IdentifierKind.ISBN or reference.type != "chapter":
            key = make_identifier_key(kind, value)
            key = find_identifier_in_url(key) or key
            yield WorkKey(key, f"both lead to {key}", sure=True)
    title = _reduce_to_letters(reference.title)
    author = reference.authors[0] if reference.authors else None
    if title and author and reference.issued:
        name = _reduce_to_letters(author.family or author.literal)
        key = f"title:{title}|{reference.issued.year}|{name}"
        yield WorkKey(key, "title, year and first author are the same", sure=False)


def find_same_work(reference: Reference, known: Mapping[str, Reference]) -> SameWork | None:
    """The reference among those ``known`` (by their keys) that is the same work, if there is one."""
    for key in list_work_keys(reference):
        other = known.get(key.value)
        if other is not None and (key.sure or not _are_different_works(other, reference)):
            return SameWork(other, key)
    return None


def _are_different_works(one: Reference, other: Reference) -> bool:
    """Whether references with the same words have different identifiers, and so are two works."""
    pairs = ((one.identifiers.get(kind), other.identifiers.get(kind)) for kind in _ONE_A_WORK)
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _reduce_to_letters(text: str) -> str:
    """A text without case, punctuation and spaces, so that two ways of writing it are equal."""
    return _PUNCTUATION.sub("", text.casefold())
