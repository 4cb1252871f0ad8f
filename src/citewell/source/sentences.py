"""Where sentences end in plain text whose citation marks were taken out, with a place kept for each.

sentencex proposes; three things overrule it. A mark after a full stop always ends the sentence, unless the next word
is in lower case or the dot belongs to an abbreviation. A listed abbreviation ends none. And what stays unclear is
reported as doubtful instead of guessed, because a wrong guess could hide a sentence without a source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sentencex import get_sentence_boundaries

# Never the last word of a sentence, whatever follows.
INSIDE: Final = frozenset("approx. ca. cf. dr. e.g. esp. i.e. incl. mr. mrs. ms. prof. resp. st. viz. vs.".split())
# The same before a figure ("Fig. 2"); before a capital letter only a reader can tell ("Eat dates and figs. Rest.").
BEFORE_FIGURES: Final = frozenset("al. ed. eds. fig. figs. max. nos. ref. refs. vol.".split())
# May end a sentence or stand inside one; before a capital letter or a figure only a reader can tell.
EITHER: Final = BEFORE_FIGURES | frozenset(
    "a.m. cm. etc. g. h. hr. hrs. inc. kg. l. ltd. mg. min. ml. mm. no. p.m. u.k. u.s. wk. yr.".split()
)
# White space follows the end of a sentence, unless it was forgotten ("helps.Drink") or a mark stands there instead.
_END: Final = re.compile(r"(?P<stop>[.!?…]+[\"'”’»)\]*†‡]*)\s*")
_GLUED: Final = re.compile(r"[a-z][.!?](?=[A-Z][a-z])")
_ITEM_NUMBER: Final = re.compile(r"\d{1,2}\.")
_LONGEST_WORD: Final = 40
_LAST_WORD: Final = re.compile(r"[(\[\"“'‘]*(\S+?)[\"'”’»)\]*†‡]*$")
_NEXT_WORD: Final = re.compile(r"\w+")
# A bold beginning of more words than this is a sentence of its own rather than a name for what follows.
_LONGEST_LEAD_IN: Final = 8


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
    cuts: list[int] = []
    doubtful: list[int] = []
    for end in ends:
        stop, following = end.end("stop"), end.end()
        next_mark = bisect_right(marks, end.start())
        marked = next_mark < len(marks) and marks[next_mark] <= following
        if stop == following and not marked and not _GLUED.match(text, max(0, stop - 2)):
            continue
        verdict: bool | None
        if stop <= lead_in_end <= following and not marked and not cuts and not doubtful:
            verdict = None if len(text[:stop].split()) > _LONGEST_LEAD_IN else False
        else:
            verdict = _judge(text, stop, following, marked, following in proposed, abbreviations)
        if verdict is True:
            cuts.append(following)
        elif verdict is None:
            doubtful.append(following)
    return Sentences(tuple(cuts), tuple(doubtful))


def _judge(text: str, stop: int, following: int, marked: bool, proposed: bool, own: frozenset[str]) -> bool | None:
    """Whether a sentence ends at ``stop``, the next word beginning at ``following``; ``None`` when that is doubtful."""
    before = text[max(0, stop - _LONGEST_WORD) : stop]
    match = _LAST_WORD.search(before)
    written = match[1] if match else ""
    word = written.casefold()
    if stop == len(before) and _ITEM_NUMBER.fullmatch(before):
        return False
    known = "." in word[:-1] or not written[:-1].isupper() or len(written) == 2  # "MS." is an illness, "Ms." is not
    after = _NEXT_WORD.match(text, following)
    if word in own or (known and word in INSIDE):
        return None if marked and after and after[0][0].isupper() else False
    if known and word in BEFORE_FIGURES and text[following].isdigit():
        return False
    either = known and (word in EITHER or re.fullmatch(r"[a-z]\.", word) is not None)
    if after and after[0].islower():
        return None if not either and (proposed or (marked and text[stop - 1] == ".")) else False
    if marked:
        return True
    return True if proposed and not either else None


def _proposed(text: str) -> frozenset[int]:
    """Where sentencex begins a new sentence."""
    return frozenset(boundary["end_index"] for boundary in get_sentence_boundaries("en", text))
