"""Where the terms of the glossary are used in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from citewell.model.site import Term
from citewell.plain_words.normal_form import normal_form

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # with its accents, if they are characters of their own


class Use(NamedTuple):
    """A term as it stands in a text, from ``start`` to before ``end``."""

    term: Term
    start: int
    end: int


class Spelling(NamedTuple):
    """``words`` are in small letters; ``exact`` is as a short form in capitals must stand: "Ms" is not MS.

    Both are in their normal form.
    """

    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    term: Term


Index = Mapping[str, tuple[Spelling, ...]]


@lru_cache(maxsize=1)  # one site at a time is checked, document by document
def index(glossary: tuple[Term, ...]) -> Index:
    """The spellings by their first word, the longest first; each also with an s, as English makes most plurals."""
    spellings: dict[str, list[Spelling]] = {}
    for term in glossary:
        for written in term.spellings:
            words = tuple(_WORD.findall(normal_form(written)))
            for form in (words, (*words[:-1], f"{words[-1]}s")) if words else ():
                small = tuple(word.casefold() for word in form)
                spellings.setdefault(small[0], []).append(Spelling(small, form if written.isupper() else None, term))
    return {first: tuple(sorted(those, key=lambda each: -len(each.words))) for first, those in spellings.items()}


def index_of(texts: Iterable[str], terms: Index) -> Index:
    """The part of an index that may be needed for these texts: of a whole glossary, an article has a few terms."""
    if not terms:
        return terms
    present = terms.keys() & set(_WORD.findall(normal_form("\n".join(texts)).casefold()))
    return {first: terms[first] for first in present}


def uses(text: str, terms: Index) -> Iterator[Use]:
    """Every use of a term in reading order; where two begin, the longer one ("soft tissue sarcoma").

    ``terms`` are those of the whole text, ``index_of`` it.
    """
    folded = normal_form(text).casefold()
    if not any(first in folded for first in terms):
        return
    found = list(_WORD.finditer(text))
    words = [normal_form(word[0]) for word in found]
    small = [word.casefold() for word in words]
    position = 0
    while position < len(found):
        here = terms.get(small[position], ())
        spelling = next((each for each in here if _stands(each, words, small, position)), None)
        if spelling is None:
            position += 1
            continue
        last = position + len(spelling.words) - 1
        yield Use(spelling.term, found[position].start(), found[last].end())
        position = last + 1


def names(term: Term, terms: Index) -> set[str]:
    """The name of a term and of those that are a part of it: "sarcoma" in "soft tissue sarcoma"."""
    small = tuple(_WORD.findall(normal_form(term.term).casefold()))
    inner = (each for here, word in enumerate(small) for each in terms.get(word, ()) if _begins(small[here:], each))
    return {term.term, *(spelling.term.term for spelling in inner)}


def _begins(words: tuple[str, ...], spelling: Spelling) -> bool:
    return words[: len(spelling.words)] == spelling.words


def _stands(spelling: Spelling, words: list[str], small: list[str], position: int) -> bool:
    here = slice(position, position + len(spelling.words))
    if tuple(small[here]) != spelling.words:
        return False
    return spelling.exact is None or spelling.exact == tuple(words[here])
