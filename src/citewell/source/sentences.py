"""Where sentences end in plain text whose citation marks were taken out, with a place kept for each.

sentencex proposes; three things overrule it. A mark after a full stop always ends the sentence, unless the next word
is in lower case or the dot belongs to an abbreviation. A listed abbreviation ends none. And what stays unclear is
reported as doubtful instead of guessed, because a wrong guess could hide a sentence without a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sentencex import get_sentence_boundaries

# Never the last word of a sentence, whatever follows.
INSIDE: Final = frozenset(
    "al. approx. ca. cf. dr. e.g. ed. eds. esp. fig. figs. i.e. incl. max. min. mr. mrs. ms. no. nos. prof. ref. refs. "
    "resp. st. viz. vol. vs.".split()
)
# May end a sentence or stand inside one; before a capital letter only a reader can tell.
EITHER: Final = frozenset(
    "a.m. cm. etc. g. h. hr. hrs. inc. kg. l. ltd. mg. min. ml. mm. p.m. u.k. u.s. wk. yr.".split()
)
_END: Final = re.compile(r"(?P<stop>[.!?…]+[\"'”’)\]]*)\s+")
_ITEM_NUMBER: Final = re.compile(r"\d{1,2}\.")
_LONGEST_WORD: Final = 40
_LAST_WORD: Final = re.compile(r"[(\[\"“'‘]*(\S+?)[\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where sentences end, and where they may.

    ``cuts`` are the offsets at which one sentence ends and the next begins (after the white space); ``doubtful`` those
    at which only a reader can tell.
    """

    cuts: tuple[int, ...]
    doubtful: tuple[int, ...]


def split_sentences(
    text: str, marks: Sequence[int], lead_in_end: int = 0, abbreviations: frozenset[str] = frozenset()
) -> Sentences:
    """Find the ends of sentences in ``text``.

    ``marks`` are the offsets, in order, where citations or waivers stood. Up to ``lead_in_end`` runs a bold lead-in,
    which joins the sentence after it. ``abbreviations`` (lower case, with their dots) never end a sentence.
    """
    ends = [end for end in _END.finditer(text) if end.end() < len(text)]
    if not ends:
        return Sentences((), ())
    proposed = _proposed(text)
    inside = INSIDE | abbreviations
    cuts: list[int] = []
    doubtful: list[int] = []
    for end in ends:
        following = end.end()
        next_mark = bisect_left(marks, end.end("stop"))
        marked = next_mark < len(marks) and marks[next_mark] <= following
        if following <= lead_in_end + 1 and not marked:
            continue
        verdict = _judge(text, end.end("stop"), following, marked, following in proposed, inside)
        if verdict is True:
            cuts.append(following)
        elif verdict is None:
            doubtful.append(following)
    return Sentences(tuple(cuts), tuple(doubtful))


def _judge(text: str, stop: int, following: int, marked: bool, proposed: bool, inside: frozenset[str]) -> bool | None:
    """Whether a sentence ends at ``stop``, the next word beginning at ``following``; ``None`` when that is doubtful."""
    before = text[max(0, stop - _LONGEST_WORD) : stop]
    match = _LAST_WORD.search(before)
    word = match[1].casefold() if match else ""
    if word in inside or (stop == len(before) and _ITEM_NUMBER.fullmatch(before)):
        return False
    lower = text[following].islower()
    if marked:
        return not lower
    if lower:
        return None if proposed and word not in EITHER else False
    if word in EITHER or re.fullmatch(r"[a-z]\.", word):
        return None
    return True if proposed else None


def _proposed(text: str) -> frozenset[int]:
    """Where sentencex begins a new sentence."""
    return frozenset(boundary["end_index"] for boundary in get_sentence_boundaries("en", text))
