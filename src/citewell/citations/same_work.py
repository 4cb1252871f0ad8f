"""Whether two references describe one work: by what a work can be known by, and by what tells two works apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from citewell.citations.identifiers import behind_address, identifier_key
from citewell.model.references import IdentifierKind, Reference

# A work has one of each of these, so two different ones are two works; it may well have several addresses.
_ONE_A_WORK: Final = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.ISBN)
_SIGNS: Final = re.compile(r"[\W_]+")


class Sign(NamedTuple):
    """What a work can be known by, the words that say so, and whether it is sure: an identifier, not words."""

    sign: str
    words: str
    sure: bool


class Same(NamedTuple):
    """A reference that is the same work, and by what."""

    reference: Reference
    sign: Sign


def signs(reference: Reference) -> Iterator[Sign]:
    """All that a work can be known by: identifiers first; chapters may share the ISBN of their book."""
    for kind, value in reference.identifiers.items():
        if kind is not IdentifierKind.ISBN or reference.type != "chapter":
            sign = identifier_key(kind, value)
            sign = behind_address(sign) or sign
            yield Sign(sign, f"both lead to {sign}", sure=True)
    title = _letters(reference.title)
    author = reference.authors[0] if reference.authors else None
    if title and author and reference.issued:
        name = _letters(author.family or author.literal)
        sign = f"title:{title}|{reference.issued.year}|{name}"
        yield Sign(sign, "title, year and first author are the same", sure=False)


def same_work(reference: Reference, known: Mapping[str, Reference]) -> Same | None:
    """The reference among those ``known`` by their signs that is the same work, if there is one."""
    for sign in signs(reference):
        other = known.get(sign.sign)
        if other is not None and (sign.sure or not _apart(other, reference)):
            return Same(other, sign)
    return None


def _apart(one: Reference, other: Reference) -> bool:
    """Whether references with similar words have different identifiers."""
    pairs = ((one.identifiers.get(kind), other.identifiers.get(kind)) for kind in _ONE_A_WORK)
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _letters(text: str) -> str:
    """A text without case, punctuation and spaces, so that two spellings of it compare equal."""
    return _SIGNS.sub("", text.casefold())
