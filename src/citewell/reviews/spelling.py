"""Whether a change of a sentence can only be one of spelling: a few letters, and never a word that carries meaning.

This is a limit, not a proof: the person who declares it answers for it, and readers see it on the page. A program
without a dictionary cannot tell "fever" from "fewer", so the old word must be one that the rest of the site does not
use. Numbers, units, negations, hedges and short words may not change at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from citewell.citations.claim_digest import normalise_text

MOST_EDITS: Final = 1
"""Letters by which a word may differ: one that is missing, added or another, or two that changed places. These are 80 %
of all spelling errors: Damerau FJ. A technique for computer detection and correction of spelling errors.
Communications of the ACM 1964;7:171-6."""
MOST_WORDS: Final = 3
"""Words of a sentence that may change: beyond that it is written again. Our own number."""
SHORTEST: Final = 4
"""Letters of the shortest word that may change: of shorter ones, one letter makes another word ("now" and "not")."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
#: Punctuation that may change. Brackets, “%”, slashes, “<” and “>” say something.
_FREE: Final = frozenset(",;:.-'\"")
_GUARDED: Final = frozenset(
    # negation
    "not no nor never none neither without cannot nothing nobody unless except hardly barely unlikely avoid stop dont "
    # hedges, modals and strength
    "may might can could should must shall will would likely probably possibly perhaps often sometimes usually mostly "
    "rarely seldom always some most many several much more less fewer least about around nearly almost only "
    # quantities
    "zero one two three four five six seven eight nine ten eleven twelve hundred thousand million billion half third "
    "quarter once twice thrice double triple first second every each both all few "
    # units and times of doses
    "milligram milligrams microgram micrograms gram grams kilogram litre litres liter liters millilitre millilitres "
    "units unit second seconds minute minutes hour hours day days daily week weeks weekly month months monthly year "
    "years yearly dose doses tablet tablets drop drops puff puffs percent".split()
)
#: Beginnings that turn a word into another, or its opposite, by one letter or two.
_PREFIXES: Final = (
    ("ab", "ad"),
    ("ante", "anti"),
    ("hyper", "hypo"),
    ("inter", "intra"),
    ("in", "un"),
    ("im", "in"),
    ("pre", "pro"),
    ("per", "pre"),
    ("endo", "ecto"),
    ("macro", "micro"),
    ("a", ""),
    ("un", ""),
    ("in", ""),
    ("de", "re"),
)


def explain_change(before: str, after: str, is_used: Callable[[str], bool]) -> str:
    """Why a change of a sentence may be more than spelling, in words that end "because …"; "" if it is spelling only.

    ``is_used`` says whether a word, in small letters, is used elsewhere on the site.
    """
    old, new = _split(before), _split(after)
    if _keep_guarded(old) != _keep_guarded(new):
        return 'a number, a unit, a negation or a word such as "may" or "most" differs'
    if len(old) != len(new):
        return "there are more or fewer words"
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    if len(changed) > MOST_WORDS:
        return f"more than {MOST_WORDS} words differ"
    return next((why for one, other in changed if (why := _explain_word(one, other, is_used))), "")


def list_words(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts, in small letters, as ``explain_change`` asks for them."""
    return (word for text in texts for word in _split(text))


def count_edits(one: str, other: str, most: int) -> int:
    """The letters by which two words differ, two that changed places counted as one; ``most + 1`` if it is more.

    This is the restricted Damerau–Levenshtein distance (optimal string alignment).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def _split(text: str) -> list[str]:
    """The words and meaningful characters of a text in small letters."""
    return [each for each in _WORD.findall(normalise_text(text).casefold()) if each not in _FREE]


def _keep_guarded(words: Iterable[str]) -> list[str]:
    return [word for word in words if not word[0].isalpha() or word in _GUARDED or word.endswith("n't")]


def _explain_word(one: str, other: str, is_used: Callable[[str], bool]) -> str:
    if min(len(one), len(other)) < SHORTEST:
        return f'"{one}" and "{other}" are short, so they are different words'
    if count_edits(one, other, MOST_EDITS) > MOST_EDITS and _plain(one) != _plain(other):
        return f'"{one}" and "{other}" differ by more than one letter'
    if _differ_by_prefix(one, other):
        return f'"{one}" and "{other}" begin differently'
    return f'"{one}" is a word that the site uses elsewhere' if is_used(one) else ""


def _plain(word: str) -> str:
    """A word without its accents, which are often forgotten all at once."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))


def _differ_by_prefix(one: str, other: str) -> bool:
    pairs = [*_PREFIXES, *((second, first) for first, second in _PREFIXES)]
    return any(
        one.startswith(first) and other.startswith(second) and one[len(first) :] == other[len(second) :]
        for first, second in pairs
    )
