"""Where the terms of the glossary are used in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from citewell.model.glossary import Term
from citewell.plain_words.normal_form import normalise_words

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # with its accents, if they are characters of their own
_FEW: Final = 50  # terms that are looked for faster than a text is cut into words


class TermUse(NamedTuple):
    """A term as it is written in a text, from ``start`` to before ``end``."""

    term: Term
    start: int
    end: int


class TermSpelling(NamedTuple):
    """``words`` are in small letters; ``exact`` is how a short form in capitals must be written: "Ms" is not MS.

    Both are in their normal form.
    """

    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    term: Term


class Beginning(NamedTuple):
    """The spellings that begin with one word, by all their words; ``lengths`` counts the words, longest first."""

    lengths: tuple[int, ...]
    spellings: Mapping[tuple[str, ...], tuple[TermSpelling, ...]]


TermIndex = Mapping[str, Beginning]
_NONE: Final = Beginning((), {})


@lru_cache(maxsize=1)  # one site at a time is checked, document by document
def build_term_index(glossary: tuple[Term, ...]) -> TermIndex:
    """The spellings by their first word; each also with an s, as English makes most plurals."""
    spellings: dict[str, dict[tuple[str, ...], tuple[TermSpelling, ...]]] = {}
    for term in glossary:
        for written in term.spellings:
            words = tuple(_WORD.findall(normalise_words(written)))
            for form in (words, (*words[:-1], f"{words[-1]}s")) if words else ():
                small = tuple(word.casefold() for word in form)
                those = spellings.setdefault(small[0], {})
                those[small] = (*those.get(small, ()), TermSpelling(small, form if written.isupper() else None, term))
    return {
        first: Beginning(tuple(sorted({len(words) for words in those}, reverse=True)), those)
        for first, those in spellings.items()
    }


def select_present_terms(texts: Iterable[str], terms: TermIndex) -> TermIndex:
    """The part of an index that may be needed for these texts: of a whole glossary, an article has a few terms."""
    if not terms:
        return terms
    present = terms.keys() & set(_WORD.findall(normalise_words("\n".join(texts)).casefold()))
    return {first: terms[first] for first in present}


def find_term_uses(text: str, terms: TermIndex) -> Iterator[TermUse]:
    """Every use of a term in reading order; where two begin, the longer one ("soft tissue sarcoma").

    ``terms`` are those of the whole text, ``select_present_terms`` it.
    """
    folded = normalise_words(text).casefold()
    if len(terms) <= _FEW and not any(first in folded for first in terms):
        return
    found = list(_WORD.finditer(text))
    words = [normalise_words(word[0]) for word in found]
    small = [word.casefold() for word in words]
    position = 0
    while position < len(found):
        spelling = next(
            (each for each in _find_spellings(small, position, terms) if _is_exact(each, words, position)), None
        )
        if spelling is None:
            position += 1
            continue
        last = position + len(spelling.words) - 1
        yield TermUse(spelling.term, found[position].start(), found[last].end())
        position = last + 1


def list_contained_terms(term: Term, terms: TermIndex) -> set[str]:
    """The name of a term and of those that are a part of it: "sarcoma" in "soft tissue sarcoma"."""
    small = _WORD.findall(normalise_words(term.term).casefold())
    inner = (spelling for position in range(len(small)) for spelling in _find_spellings(small, position, terms))
    return {term.term, *(spelling.term.term for spelling in inner)}


def _find_spellings(small: list[str], position: int, terms: TermIndex) -> Iterator[TermSpelling]:
    """The spellings whose words, in small letters, begin at a position, the longest first."""
    beginning = terms.get(small[position], _NONE)
    for length in beginning.lengths:
        yield from beginning.spellings.get(tuple(small[position : position + length]), ())


def _is_exact(spelling: TermSpelling, words: list[str], position: int) -> bool:
    return spelling.exact is None or spelling.exact == tuple(words[position : position + len(spelling.words)])
