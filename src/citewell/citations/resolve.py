"""From a citation key to its reference, or to the keys that were probably meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from citewell.citations.identifiers import behind_address, parse_citation_key
from citewell.model.references import Bibliography, Reference

_SUGGESTIONS: Final = 3  # more is a list to search, not a hint
_LIKENESS: Final = 0.75  # two slips in a key of ten letters pass, another author's name does not
_WORDS_HELD: Final = 0.8  # a key all of whose words stand in a longer one: likelier than the loosest likeness
_RAREST: Final = 8  # letter groups of a key that are looked up; common ones ("201", "-ca") find everything
_COMPARED: Final = 24  # candidates that are compared letter by letter, about 20 µs each


def resolve(key: str, bibliography: Bibliography) -> Reference | None:
    """The reference a citation key names, by its own key or else by an identifier."""
    reference = bibliography.references.get(key)
    if reference is not None:
        return reference
    form = parse_citation_key(key)
    if form is None:
        return None
    listed = bibliography.by_identifier.get(form)
    if listed is None and (behind := behind_address(form)):
        listed = bibliography.by_identifier.get(behind)
    return bibliography.references[listed] if listed else None


def nearest_keys(key: str, bibliography: Bibliography) -> tuple[str, ...]:
    """Keys of the bibliography that were probably meant, likeliest first; none when nothing is like it.

    A key that is an identifier has no near ones: an identifier with one other digit is another work.
    """
    return () if parse_citation_key(key) else nearest(key, tuple(bibliography.references))


def sure_key(key: str, bibliography: Bibliography) -> str | None:
    """The one key that can have been meant, so surely that it may be put in; ``None`` when a person must choose.

    The figures must be the same: ``smith-2009`` may look like a slip for ``smith-2010``, but it is another work.
    """
    near = nearest_keys(key, bibliography)
    return near[0] if len(near) == 1 and _figures(near[0]) == _figures(key) else None


@lru_cache(maxsize=1024)
def nearest(key: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``keys`` (or of other short names) that were probably meant, likeliest first; at most three."""
    postings = _postings(keys)
    rarest = sorted((gram for gram in _grams(key) if gram in postings), key=lambda gram: (len(postings[gram]), gram))
    shared = Counter(position for gram in rarest[:_RAREST] for position in postings[gram])
    scored = ((_likeness(key, keys[position]), keys[position]) for position, _ in shared.most_common(_COMPARED))
    ranked = sorted((-likeness, known) for likeness, known in scored if likeness >= _LIKENESS)
    return tuple(known for _, known in ranked[:_SUGGESTIONS])


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


def _words(key: str) -> set[str]:
    return {word for word in re.split(r"[\W_]+", key.casefold()) if word}


def _figures(key: str) -> list[str]:
    return re.findall(r"[0-9]+", key)


def _likeness(key: str, known: str) -> float:
    """How like two keys are, from 0 to 1: letter by letter, or word by word whatever their order."""
    letters = SequenceMatcher(None, key.casefold(), known.casefold(), autojunk=False).ratio()
    words = _words(key)
    held = len(key) >= 4 and words and words <= _words(known)
    return max(letters, _WORDS_HELD) if held else letters
