"""How much harm a wrong claim could do, by what it is about: what a reviewer reads first, while she is fresh."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from citewell.citations.claim_subjects import find_claim_subjects
from citewell.lazy_pattern import compile_lazily
from citewell.model.claims import Claim, ClaimSubject, Status


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


_OF_SUBJECTS: Final = {
    ClaimSubject.EMERGENCY: Danger.EMERGENCY,
    ClaimSubject.URGENT: Danger.URGENT,
    ClaimSubject.DOSES: Danger.DOSES,
    ClaimSubject.NUMBERS: Danger.NUMBERS,
    ClaimSubject.TREATMENTS: Danger.TREATMENTS,
}
_RED_FLAG: Final = compile_lazily(
    r"\b(?:red flags?|warning signs?|emergency|emergencies|urgent(?:ly)?|straight away|right away|immediately|"
    r"life-threatening|A&E|ambulance|get (?:medical )?help|see (?:a|your) (?:doctor|GP))\b",
    re.IGNORECASE,
)


def classify_danger(claim: Claim, *, english: bool) -> Danger:
    """The first group that a row belongs to; without ``english`` only cards, figures and units decide."""
    if claim.status is Status.NOT_A_CLAIM:
        return Danger.NAMES
    groups = {_OF_SUBJECTS.get(each, Danger.OTHER) for each in find_claim_subjects(claim, english=english)}
    if english and _RED_FLAG.search(claim.text):
        groups.add(Danger.RED_FLAGS)
    return next((danger for danger in Danger if danger in groups), Danger.OTHER)
