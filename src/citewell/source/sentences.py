"""Where sentences end in plain text whose citation marks were taken out, with a place kept for each.

A mark after a full stop ends the sentence, unless the next word is in lower case or the dot belongs to an abbreviation.
Without a mark sentencex proposes, and what health prose is known for overrules it (``stops.py``). What stays unclear is
reported as doubtful instead of guessed, because a wrong guess could hide a sentence without a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citewell.source.sentence_boundary import Stop, Surroundings

_STOPS: Final = ".!?…؟۔。！？।॥։။"
# White space follows the end of a sentence, unless it was forgotten ("helps.Drink") or a mark is there instead.
# Characters after it belong to it, whichever they are (”, ™, an emoji), but not what goes on ("etc., or", "U.S.-wide").
# French sets a space before a closing "»"; a German or Danish one that begins a quotation is directly at its word.
_CLOSERS: Final = r"(?:[^\w\s“‘„«‹「『（《〈【,;:/&(\[=<>≤≥‐‑–—،؛，；：、-]|[“‘«‹](?!\w)|[ ][»›”)\]](?!\w))*"
_END: Final = re.compile(rf"(?P<stop>[{_STOPS}]{_CLOSERS})\s*")
# A semicolon asks in Greek.
_ENDS: Final = {"el": re.compile(rf"(?P<stop>[{_STOPS};\u037e]{_CLOSERS})\s*")}
# After white space these still belong to what is before them: "(frissons…) ;", "Vraiment ? !".
_GOES_ON: Final = frozenset(",;:!?،؛؟，；：、！？")
# Characters that only end sentences, in languages that have them; often no white space follows.
_SURE: Final = {"bn": "।", "hi": "।", "hy": "։", "ja": "。！？", "my": "။", "sa": "।॥", "zh": "。！？"}
_OPENING: Final = {"」": "「", "』": "『", "”": "“", "）": "（", "》": "《", "’": "‘", "】": "【"}
# Japanese particles: after a quotation they go on with its sentence.
_PARTICLE: Final = re.compile("と(?!は?いえ|ころ)|って|の|を|に|や|など")
_UNSURE: Final = frozenset("".join(_SURE.values()))
_GLUED_END: Final = re.compile(r"(?:[^\W_]{2}|[)\]”%\d\s])[.!?…]+[\"'”’)\]]*$")
_GLUED_BEGINNING: Final = re.compile(r"[\"'“‘(\[]?[A-Z](?:[a-z]|\s)")  # "scan.PNG" is one word
_LONGEST_GLUED: Final = 10  # letters before a stop that are looked at
_ADDRESS: Final = re.compile(r"://|@|/|www\.")
_LONGEST_ASIDE: Final = 200
_LONGEST_ADDRESS: Final = 200
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
    text: str,
    marks: Sequence[int],
    lead_in_end: int = 0,
    abbreviations: frozenset[str] = frozenset(),
    language: str = "en",
) -> Sentences:
    """Find the ends of sentences in ``text``.

    ``marks`` are the offsets, in order, where citations or waivers were. Up to ``lead_in_end`` runs a bold lead-in,
    which joins the sentence after it. ``abbreviations`` (lower case, with their dots) never end a sentence.
    ``language`` is that of the text, as the primary subtag of BCP 47; the rules of English prose apply to all.
    """
    sure = _SURE.get(language, "")
    strange = _UNSURE.difference(sure)
    found = (end for end in _ENDS.get(language, _END).finditer(text) if text[end.start()] not in strange)
    ends = [end for end in found if end.end() < len(text) and text[end.end()] not in _GOES_ON]
    if not ends:
        return Sentences((), ())
    around = Surroundings(text, language)
    cuts: list[int] = []
    doubtful: list[int] = []
    for end in ends:
        stop, following = end.end("stop"), end.end()
        next_mark = bisect_left(marks, end.start())  # also one directly before the stop, as in "helps [@a]."
        marked = next_mark < len(marks) and marks[next_mark] <= following
        is_sure = text[end.start()] in sure
        if stop == following and not marked and not is_sure and not _is_glued(text, stop):
            continue
        verdict: bool | None
        if stop <= lead_in_end <= following and not marked and not cuts and not doubtful:
            verdict = None if len(text[:stop].split()) > _LONGEST_LEAD_IN else False
        elif is_sure:
            verdict = True if marked or stop == end.start() + 1 else _after_closing(text, end.start(), stop)
        else:
            verdict = Stop(around, stop, following, abbreviations).ends_sentence(marked)
        if verdict is True:
            cuts.append(following)
        elif verdict is None:
            doubtful.append(following)
    return Sentences(tuple(cuts), tuple(doubtful))


def _after_closing(text: str, at: int, stop: int) -> bool | None:
    """Whether a sentence ends where a quotation or bracket closes, in a script without white space; mostly ``None``.

    「…。」 may go on, and does with a particle (と). A question amid a sentence ends none: 痛い（ずっと？）ときは.
    """
    opening = text.rfind(_OPENING.get(text[stop - 1], "\n"), max(0, at - _LONGEST_ASIDE), at)
    is_inside = opening > 0 and text[opening - 1].isalnum() and text[at] in "？！"
    return False if is_inside or _PARTICLE.match(text, stop) else None


def _is_glued(text: str, stop: int) -> bool:
    """Whether a sentence seems to begin right after a stop, and not the rest of an address."""
    if not _GLUED_BEGINNING.match(text, stop) or not _GLUED_END.search(text[max(0, stop - _LONGEST_GLUED) : stop]):
        return False
    before, after = text[max(0, stop - _LONGEST_ADDRESS) : stop], text[stop : stop + _LONGEST_ADDRESS]
    return not _ADDRESS.search(before[before.rfind(" ") + 1 :] + after.partition(" ")[0])
