"""Reading grades: how many years of school a text asks for, by two published formulas.

Flesch–Kincaid (J. P. Kincaid and others, Naval Technical Training Command, Research Branch Report 8-75, 1975) weighs
the length of sentences and words. SMOG (G. H. McLaughlin, Journal of Reading 12:639–646, 1969) counts words of three
syllables or more in 30 sentences, and asks for full understanding, so it is usually a grade or two higher.

Both are counts, not judges: they know neither whether a word is common nor whether the text is clear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.syllables import count_syllables

#: Fewer sentences say too little: one long one would move the grade by more than a year.
FEWEST_SENTENCES: Final = 10
#: How many sentences SMOG counts in; of fewer, the count is taken in proportion and the figure is a rough one.
SMOG_SENTENCES: Final = 30

_LONG_WORD: Final = 3  # syllables; SMOG's polysyllables
_BETWEEN: Final = ("/", "–", "—")  # they separate words, as spaces do
_LETTER: Final = compile_lazily(r"[^\W\d_]")
# Said letter by letter: MRI, MSCC, A&E, U.S.; more than three letters with a vowel among them are said as a word.
_SPELT: Final = compile_lazily(r"(?:[A-Z]{1,3}|[B-DF-HJ-NP-TV-Z]{4,}|[A-Z](?:[.&][A-Z])+\.?)s?")


@dataclass(frozen=True, slots=True)
class Reading:
    """The grades of a text; ``long_words`` are those of three syllables or more."""

    sentences: int
    words: int
    long_words: int
    flesch_kincaid: float
    smog: float


def count_syllables_of_words(sentence: str) -> list[int]:
    """The syllables of each word of a sentence of plain text."""
    return [count_syllables_of_word(word) for word in split_words(sentence)]


def measure_grades(sentences: Sequence[Sequence[int]]) -> Reading:
    """The grades of ``count_syllables_of_words`` sentences. Raises ``ValueError`` when there is no word in them."""
    counts = [count for sentence in sentences for count in sentence]
    if not counts:
        raise ValueError("there is no word to measure")
    long_words = sum(count >= _LONG_WORD for count in counts)
    return Reading(
        sentences=len(sentences),
        words=len(counts),
        long_words=long_words,
        flesch_kincaid=compute_flesch_kincaid(len(sentences), len(counts), sum(counts)),
        smog=1.043 * sqrt(long_words * SMOG_SENTENCES / len(sentences)) + 3.1291,
    )


def compute_flesch_kincaid(sentences: int, words: int, syllables: int) -> float:
    """The Flesch–Kincaid grade of a text with so many sentences, words and syllables."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def split_words(sentence: str) -> list[str]:
    """The words of a sentence, separated by spaces, slashes and dashes; a hyphen joins. Punctuation is not a word."""
    for separator in _BETWEEN:
        sentence = sentence.replace(separator, " ")
    return [word for word in sentence.split() if word[0].isalnum() or any(map(str.isalnum, word))]


@lru_cache(maxsize=65536)
def count_syllables_of_word(word: str) -> int:
    """The syllables of a word as it is written in a text.

    Its parts between hyphens are counted one by one, and short forms letter by letter. Figures count as one: read
    aloud, long numbers would say nothing about how hard the text is (R. Flesch leaves them out).
    """
    return max(1, sum(_count_syllables_of_part(part) for part in word.split("-")))


def _count_syllables_of_part(part: str) -> int:
    bare = part.strip("()[]\"'“”‘’.,;:!?…*%")
    if not _LETTER.search(bare):
        return 0
    if _SPELT.fullmatch(bare) and bare not in ("A", "I"):
        return sum(3 if letter == "W" else 1 for letter in bare if letter.isupper())
    return count_syllables(bare)
