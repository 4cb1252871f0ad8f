"""The known name that a mistyped one probably is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

from citewell.citations.find_reference import is_misspelling
from citewell.source.nodes import GroupNode

#: How like two keys are when one may be put in for the other: "authers" and "authors" are, "emergency" and
#: "emergency_link" are not.
_ALIKE: Final = 0.8
#: How like a word must be to one that is known for it to be offered in its place.
_LIKE: Final = 0.7
#: Unknown keys of one mapping for which the known ones are searched.
_MOST_MISSPELT: Final = 100
#: Characters; anything longer is not a misspelt key or name of ours.
_LONGEST: Final = 100


def find_nearest_word(word: str, known: Collection[str]) -> str:
    """The known word that looks most like this one, or ""; ``known`` are few."""
    return next(iter(_near(word.lower(), tuple(known))), "")


class WrittenKeys(NamedTuple):
    """The keys of a mapping: those that are known, and of each known key how many unknown ones look like it.

    ``strange`` says that so many are unknown that they are not misspelt, but those of something else.
    """

    known: list[str]
    meant: Counter[str]
    strange: bool = False


def count_written_keys(parent: GroupNode, known: list[str]) -> WrittenKeys:
    """Sort the keys of a mapping into known and unknown ones."""
    written = [entry.key.text for entry in parent.entries]
    unknown = [name for name in written if name not in known]
    if len(unknown) > _MOST_MISSPELT:
        return WrittenKeys([], Counter(), strange=True)
    like = Counter(near for name in unknown for near in _near(name.lower(), tuple(known)))
    return WrittenKeys([name for name in written if name in known], like)


def is_sure(key: str, near: str, known: list[str], parent: GroupNode, meant: Counter[str]) -> bool:
    """Whether a misspelt key can only be that known one: very like it, the only one, and nothing else is it already.

    ``meant`` counts, of the known keys, how many unknown ones beside it look like each.
    """
    candidates = get_close_matches(key.lower(), [name.lower() for name in known], n=2, cutoff=_ALIKE)
    taken = parent.entry(near) is not None or meant[near] > 1
    return candidates == [near.lower()] and is_misspelling(key, near) and not taken


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """All known words that look like this one, the one most like it first; none for a word longer than any can be."""
    if len(word) > _LONGEST:
        return ()
    by_small_letters = {name.lower(): name for name in sorted(known)}
    matches = get_close_matches(word, by_small_letters, n=len(by_small_letters) or 1, cutoff=_LIKE)
    return tuple(by_small_letters[match] for match in matches)
