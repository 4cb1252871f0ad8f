"""From a citation key to its reference, or to the keys that were probably meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from citewell.citations.identifiers import find_identifier_in_url, parse_citation_key
from citewell.model.references import Bibliography, Reference

_SUGGESTIONS: Final = 3  # more is a list to search, not a hint
_LIKENESS: Final = 0.75  # two slips in a key of ten letters pass, another author's name does not
_WORDS_HELD: Final = 0.8  # a key all of whose words are in a longer one: likelier than the loosest likeness
_RAREST: Final = 8  # letter groups of a key that are looked up; common ones ("201", "-ca") find everything
_COMPARED: Final = 12  # candidates that are compared letter by letter, about 13 µs each
_LOOKED_UP: Final = 2000  # occurrences of letter groups that are counted: those of "201" in 2,000 keys
#: A key that needs no braces in a citation. Its punctuation is between letters, one at a time, except the ``://`` of an
#: address: pandoc's grammar, with plain ASCII.
BARE_KEY: Final = r"[A-Za-z0-9_](?:[A-Za-z0-9_]|[-.:/](?=[A-Za-z0-9_])|[:/](?=/))*"


def find_reference(key: str, bibliography: Bibliography) -> Reference | None:
    """The reference a citation key names, by its own key or else by an identifier."""
    reference = bibliography.references.get(key)
    if reference is not None:
        return reference
    form = parse_citation_key(key)
    if form is None:
        return None
    listed = bibliography.by_identifier.get(form)
    if listed is None and (identifier := find_identifier_in_url(form)):
        listed = bibliography.by_identifier.get(identifier)
    return bibliography.references[listed] if listed else None


def find_nearest_keys(key: str, bibliography: Bibliography) -> tuple[str, ...]:
    """Keys of the bibliography that were probably meant, likeliest first; none when nothing is like it.

    A key that is an identifier has no near ones: an identifier with one other digit is another work.
    """
    return () if parse_citation_key(key) else find_similar_keys(key, tuple(bibliography.references))


def sure_key(key: str, bibliography: Bibliography) -> str | None:
    """The one key that can have been meant, so surely that it may be put in; ``None`` when a person must choose.

    Where an author and a year are enough to find it, they are enough for a key.
    """
    near = find_nearest_keys(key, bibliography)
    if len(near) != 1 or "|" in near[0]:  # which in a table would end the cell
        return None
    begun = _figures(key) and _figures(key) == _figures(near[0]) and _begins(_words(key), _words(near[0]))
    return near[0] if begun or is_slip(key, near[0]) else None


def is_slip(typed: str, known: str) -> bool:
    """Whether one name can only be the other, mistyped.

    So it is where they differ in case or in what parts their words, or where in one word two letters changed places
    or one is missing or too much. A *wrong* letter, or another first one, may be another word: ``ileum`` is not
    ``ilium``, ``typical`` not ``atypical``; and another figure is another year: ``smith-2009`` is not ``smith-2010``.
    """
    ours, theirs = _words(typed), _words(known)
    if "".join(ours) == "".join(theirs):
        return True
    if len(ours) != len(theirs) or _figures(typed) != _figures(known):
        return False
    apart = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return len(apart) == 1 and _one_slip(*apart[0])


def is_misspelling(typed: str, known: str) -> bool:
    """Whether a name that can only be one of a few is that one with wrong letters: both begin each word alike.

    What begins otherwise may say the opposite: ``non-emergency`` is not ``emergency``, ``verified`` not ``unverified``.
    """
    ours, theirs = _words(typed), _words(known)
    return "".join(ours) == "".join(theirs) or [word[0] for word in ours] == [word[0] for word in theirs]


def as_cited(key: str) -> str:
    """A key as it is written in a citation; in braces where a bare one would end too early."""
    return f"@{key}" if re.fullmatch(BARE_KEY, key) else f"@{{{key}}}"


class Names(tuple[str, ...]):  # noqa: SLOT001 - it has room for its hash
    """Names that are asked for again and again: their hash, by which answers are kept, is worked out once."""

    def __hash__(self) -> int:
        """As a tuple's, remembered."""
        if not hasattr(self, "_hash"):
            self._hash = super().__hash__()
        return self._hash


@lru_cache(maxsize=1024)
def find_similar_keys(key: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``keys`` (or of other short names) that were probably meant, likeliest first; at most three.

    The work hardly grows with the number of keys: a misspelt name in every article of a large site is no matter.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key.casefold())  # what is compared with many, as the matcher remembers only this one
    scored = ((_likeness(matcher, key, keys[position]), keys[position]) for position in _candidates(key, keys))
    ranked = sorted((-likeness, known) for likeness, known in scored if likeness >= _LIKENESS)
    return tuple(known for _, known in ranked[:_SUGGESTIONS])


def _candidates(key: str, keys: tuple[str, ...]) -> list[int]:
    """The positions of the keys with most of this one's letter groups, looked up from the rarest on."""
    postings = _postings(keys)
    found = sorted((postings[gram] for gram in sorted(_grams(key)) if gram in postings), key=len)
    shared: Counter[int] = Counter()
    for positions in found[:_RAREST]:
        if shared and shared.total() + len(positions) > _LOOKED_UP:
            break
        shared.update(positions)
    return [position for position, _ in shared.most_common(_COMPARED)]


@lru_cache(maxsize=2)
def _postings(keys: tuple[str, ...]) -> Mapping[str, list[int]]:
    """Where each group of three letters occurs among the keys."""
    postings: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        for gram in _grams(key):
            postings.setdefault(gram, []).append(position)
    return postings


def _grams(key: str) -> set[str]:
    """Every group of three letters of a key, its ends marked so that short keys have some too."""
    marked = f"^{key.casefold()}$"
    return {marked[start : start + 3] for start in range(len(marked) - 2)}


def _words(key: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", key.casefold()) if word]


def _figures(key: str) -> list[str]:
    return re.findall(r"[0-9]+", key)


def _begins(part: list[str], whole: list[str]) -> bool:
    return whole[: len(part)] == part


def _one_slip(one: str, other: str) -> bool:
    """Whether two words of four letters or more, alike in the first, differ by one swap or one letter more."""
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or one[0] != other[0]:
        return False
    at = next(place for place, letter in enumerate(f"{short} ") if letter != long[place : place + 1])
    if len(short) == len(long):
        return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at:] == long[at + 1 :]


def _likeness(matcher: SequenceMatcher[str], key: str, known: str) -> float:
    """How like two keys are, from 0 to 1: letter by letter, or word by word whatever their order."""
    matcher.set_seq1(known.casefold())
    letters = matcher.ratio() if matcher.quick_ratio() >= _LIKENESS else 0.0
    words = set(_words(key))
    held = len(key) >= 4 and words and words <= set(_words(known))
    return max(letters, _WORDS_HELD) if held else letters
