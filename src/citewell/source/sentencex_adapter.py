"""Where sentencex proposes that sentences end. A very long text is handed to it in pieces.

Its time grows with the square of what it is given: it took 20 s for a paragraph of 200 KB of “ without a ”.
"""

from __future__ import annotations

from typing import Final

from sentencex import get_sentence_boundaries

#: Letters handed over at once at most, far more than a paragraph has: the longest of our own has under 1,000.
LONGEST: Final = 4_000
# What is around a piece is handed over with it, so that words, short forms and quotations at its edges are whole.
_AROUND: Final = 500
_PIECE: Final = LONGEST - 2 * _AROUND


def propose_ends(text: str, language: str = "en") -> frozenset[int]:
    """The offsets at which a sentence may end, after its white space; ``language`` is a primary subtag."""
    if len(text) <= LONGEST:
        return frozenset(_ends(text, language))
    found: set[int] = set()
    for start in range(0, len(text), _PIECE):
        stop, before = start + _PIECE, max(0, start - _AROUND)
        ends = _ends(text[before : stop + _AROUND], language)
        found.update(before + end for end in ends if start < before + end <= stop)
    return frozenset(found)


def _ends(text: str, language: str) -> list[int]:
    return [boundary["end_index"] for boundary in get_sentence_boundaries(language, text)]
