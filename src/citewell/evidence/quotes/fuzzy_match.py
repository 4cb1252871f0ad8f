"""The passage of a text that is most like given words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from math import sqrt
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from citewell.evidence.quotes.quote_match import ComparableText, undo_typesetting

#: How like the words a passage must be, in per cent of their letters. Of 400 quotes with one word exchanged all but
#: three kept 74 (those three are of few words, all but one of them there); of 400 looked for in strange texts all but
#: six, which share phrases with them, reached 68 at most (tests/evidence/quotes/test_quotes.py repeats it).
ALIKE: Final = 70
#: Taken off for each word that a passage has too many or too few: an exchanged word is to be shown, not left out.
_WORD_TOO_MANY: Final = 3
_LIKELY: Final = 12  # passages that are compared letter by letter
_MOST_PLACES: Final = 10_000  # of the words in a text
_EDGES: Final = " .,;:\"'“”‘’()[]"
_WORD: Final = re.compile(r"[^\s\x1f](?:\S|\x1f)*")  # a hyphen at a line's end does not end a word


def find_nearest_passage(words: str, page: ComparableText) -> str:
    """The passage of a page that is most similar to some words (in plain form), in whole words; "" if none is.

    Like it is what has ``ALIKE`` of its letters, or all of its words but one. Words that were exchanged at its ends
    belong to it.
    """
    wanted = [_fold_word(word) for word in words.split()]
    text = _Words(page.text, frozenset(wanted))
    aim = words.casefold()
    score, said = 0.0, range(0)
    windows = _find_windows(len(wanted), text)
    for window in windows:
        for run in _list_runs(window, len(wanted)):
            shown = page.text[text.place(run)].strip(_EDGES).casefold()
            found = fuzz.ratio(aim, shown, score_cutoff=score) - _WORD_TOO_MANY * abs(len(run) - len(wanted))
            if found > score:
                score, said = found, run
    if not _differs_in_one_word(wanted, text.keys(said)):  # letters can mislead where words do not
        closer = (
            run for run in _list_runs_of_length(windows, len(wanted)) if _differs_in_one_word(wanted, text.keys(run))
        )
        said = next(closer, said if score >= ALIKE else range(0))
        if not said:
            return ""
    place = text.place(_extend_run(said, wanted, text))
    passage = page.original[page.to_original(place.start) : page.end_in_original(place.stop)]
    return " ".join(undo_typesetting(passage).split()).strip(_EDGES)


def _list_runs(window: range, length: int) -> Iterator[range]:
    """The runs of words in a window that are about as long as the wanted words."""
    slack = 2 + length // 6
    for first in window:
        for size in range(max(length - slack, 1), length + slack + 1):
            if first + size <= window.stop:
                yield range(first, first + size)


def _list_runs_of_length(windows: list[range], length: int) -> Iterator[range]:
    """The runs of so many words in some windows."""
    for window in windows:
        yield from (range(first, first + length) for first in range(window.start, window.stop - length + 1))


def _extend_run(said: range, wanted: list[str], text: _Words) -> range:
    """Extend a run on both sides, so that it is as long as the wanted words around what the two share.

    The letters alone would leave out a word that was exchanged at an end, and with it the figure that matters.
    """
    shared = SequenceMatcher(None, wanted, text.keys(said), autojunk=False).get_matching_blocks()[:-1]
    if not shared:
        return said
    first, last = shared[0], shared[-1]
    begin = said.start + first.b - first.a
    end = said.start + last.b + len(wanted) - last.a
    return range(max(begin, 0), min(end, len(text.starts)))


class _Words:
    """The words of a text: where each begins and ends, and which of them (``hits``) are among the wanted ones.

    There may be a million, so that places are kept as plain numbers and no other word is kept at all.
    """

    def __init__(self, text: str, wanted: frozenset[str]) -> None:
        self._text = text
        self.starts, self.ends = array("L"), array("L")
        self.hits: list[tuple[int, str]] = []
        for number, match in enumerate(_WORD.finditer(text)):
            self.starts.append(match.start())
            self.ends.append(match.end())
            key = _fold_word(match[0])
            if key and key in wanted:
                self.hits.append((number, key))

    def place(self, run: range) -> slice:
        """The place of the words of a run, which is not empty."""
        return slice(self.starts[run.start], self.ends[run.stop - 1])

    def keys(self, run: range) -> list[str]:
        """The words of a run, without their marks and capitals."""
        return [_fold_word(self._text[self.starts[number] : self.ends[number]]) for number in run]


def _fold_word(word: str) -> str:
    return "".join(filter(str.isalnum, word)).casefold()


def _differs_in_one_word(wanted: list[str], said: list[str]) -> bool:
    return len(wanted) > 2 and int(LCSseq.similarity(wanted, said)) >= len(wanted) - 1


def _find_windows(length: int, text: _Words) -> list[range]:
    """The parts of a text, by numbers of words, that hold most of the wanted words; rare ones count for more."""
    often = Counter(key for _, key in text.hits)
    showing = sorted(often, key=lambda key: often[key])
    while len(showing) > 1 and sum(often[key] for key in showing) > _MOST_PLACES:
        showing.pop()  # a word that occurs everywhere shows no place
    hits = [hit for hit in text.hits if hit[1] in showing][:_MOST_PLACES]
    width = length + length // 3 + 2
    chosen: list[int] = []
    for _, place in sorted(_score_windows(hits, width, often)):
        if all(abs(place - other) > width // 2 for other in chosen):
            chosen.append(place)
            if len(chosen) == _LIKELY:
                break
    return [range(max(place - width // 2, 0), min(place + width, len(text.starts))) for place in chosen]


def _score_windows(hits: list[tuple[int, str]], width: int, often: Counter[str]) -> Iterator[tuple[float, int]]:
    """For each hit what the window that begins with it holds (less is more, for sorting), and its place."""
    for number, (place, _) in enumerate(hits):
        inside = {key for _, key in hits[number : bisect_left(hits, (place + width, ""), number)]}
        yield -sum(1 / sqrt(often[key]) for key in inside), place
