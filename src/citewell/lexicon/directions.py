"""Words that say which way something goes: more or less, better or worse, before or after, alive or dead."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Axis(StrEnum):
    """Along what something changes; words of different axes are never opposites."""

    AMOUNT = "amount"
    QUALITY = "quality"
    TIME = "time"
    LIFE = "life"


_WORDS: Final = {
    (
        Axis.AMOUNT,
        1,
    ): """increase increases increased increasing raise raises raised raising rise rises rose risen rising grow
        grows grew grown growing enlarge enlarges enlarged enlarging higher greater larger bigger more climb climbs
        climbed
        doubles doubled doubling gain gains longer heightened elevated elevates""",
    (
        Axis.AMOUNT,
        -1,
    ): """decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions lower lowers
        lowered lowering fall falls fell fallen falling drop drops dropped less fewer smaller shrink shrinks shrank
        shrinking decline declines declined halve halves halved cut cuts shorter diminished diminishes""",
    (
        Axis.QUALITY,
        1,
    ): """better improve improves improved improving improvement improvements ease eases eased easing relieve relieves
        relieved relieving recover recovers recovered recovery beneficial helps helped benefit benefits""",
    (
        Axis.QUALITY,
        -1,
    ): """worse worsen worsens worsened worsening deterioration aggravate aggravates aggravated deteriorate deteriorates
        deteriorated harm harms harmed exacerbate exacerbates exacerbated""",
    (Axis.TIME, -1): "before prior preceding preoperative",
    (Axis.TIME, 1): "after following afterwards postoperative",
    (Axis.LIFE, 1): "survive survives survived survival alive live lives",
    (Axis.LIFE, -1): "die dies died death deaths mortality dead",
}
DIRECTIONS: Final = {word: key for key, words in _WORDS.items() for word in words.split()}
"""The axis of each word, and which way it points on it: 1 or -1."""
COMPARING: Final = frozenset("more less fewer greater lower higher".split())
"""Words that also bound a number ("more than 50") or begin a comparison ("more common")."""
COMPARED: Final = frozenset(
    """common often frequent frequently likely prevalent accurate effective severe serious commonly complications risk
    risks people cases deaths painful dangerous useful harmful""".split()
)
"""Words that follow "more" and "less" where these compare."""
BODY: Final = frozenset(
    "limb limbs back leg legs body spine abdomen part parts half belly end lumbar extremity extremities lip jaw".split()
)
"""Words before which "lower" names a part of the body."""
COMPLAINTS: Final = frozenset({"pain", "symptom", "nausea", "tired", "fever", "swell"})
"""Meanings of which less is better."""
