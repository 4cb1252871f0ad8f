"""How much harm a wrong claim could do, by what it is about: what a reviewer reads first, while she is fresh."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.model.claims import Claim, Status


class Danger(StrEnum):
    """The groups of a packet, the most dangerous first; ``NAMES`` are rows that state nothing by themselves."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    DOSES = "doses"
    NUMBERS = "numbers"
    RED_FLAGS = "red_flags"
    TREATMENTS = "treatments"
    OTHER = "other"
    NAMES = "names"


_CARDS: Final = {"emergency": Danger.EMERGENCY, "urgent": Danger.URGENT}
_AMOUNT: Final = r"(?<![\w.])\d[\d.,]*(?: ?(?:-|–|to) ?\d[\d.,]*)?[ \u00a0\u202f]?"
_DOSE: Final = compile_lazily(
    rf"{_AMOUNT}(?:mg|µg|μg|mcg|micrograms?|milligrams?|grams?|g|ml|millilitres?|milliliters?|units?|IU|mmol|"
    r"tablets?|capsules?|pills?|drops?|puffs?|sprays?|doses?|patches)\b"
    r"|\b(?:dose|dosage|overdose)s?\b"
    r"|\b(?:once|twice|(?:two|three|four|\d+) times) (?:a|per|each|every) (?:day|week|month)\b",
    re.IGNORECASE,
)
_NUMBER: Final = compile_lazily(
    r"\d|\b(?:half|quarter|dozen|hundred|thousand|million|per ?cent|percentage)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:in|of|out|times|people|years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_RED_FLAG: Final = compile_lazily(
    r"\b(?:red flags?|warning signs?|emergency|emergencies|urgent(?:ly)?|straight away|right away|immediately|"
    r"life-threatening|A&E|ambulance|get (?:medical )?help|see (?:a|your) (?:doctor|GP))\b",
    re.IGNORECASE,
)
_TREATMENT: Final = compile_lazily(
    r"\b(?:treat(?:s|ed|ing|ments?)?|therap(?:y|ies)|medicines?|medications?|drugs?|antibiotics?|painkillers?|"
    r"surgery|operations?|radiotherapy|chemotherapy|vaccin\w*|inject\w*|steroids?|physiotherap\w*|exercises?|"
    r"stop taking|take|cures?|cured)\b",
    re.IGNORECASE,
)
_BY_WORDS: Final = (
    (_DOSE, Danger.DOSES),
    (_NUMBER, Danger.NUMBERS),
    (_RED_FLAG, Danger.RED_FLAGS),
    (_TREATMENT, Danger.TREATMENTS),
)


def classify_danger(claim: Claim) -> Danger:
    """The first group that a row belongs to. Words are those of English; in others cards and digits decide."""
    if claim.status is Status.NOT_A_CLAIM:
        return Danger.NAMES
    if claim.block in _CARDS:
        return _CARDS[claim.block]
    return next((danger for pattern, danger in _BY_WORDS if pattern.search(claim.text)), Danger.OTHER)
