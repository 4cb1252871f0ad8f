"""What a claim is about, as far as it matters how exactly a source says it: a dose, a number or a red flag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.lexicon.comparatives import compares_things
from citewell.lexicon.doses import states_dose
from citewell.lexicon.stated_numbers import states_number
from citewell.lexicon.treatments import states_treatment_effect
from citewell.model.claims import Claim, ClaimSubject

#: Blocks that are about something whatever their words are.
_OF_BLOCKS: Final = {
    "emergency": ClaimSubject.EMERGENCY,
    "urgent": ClaimSubject.URGENT,
    "takeaway": ClaimSubject.TAKEAWAYS,
    "key-takeaways": ClaimSubject.TAKEAWAYS,
    "comparison": ClaimSubject.COMPARISONS,
    "risk": ClaimSubject.NUMBERS,
}


def find_claim_subjects(claim: Claim, *, english: bool) -> tuple[ClaimSubject, ...]:
    """What a claim is about, the gravest first; without ``english`` only its block, its figures and its units tell."""
    found = set(_find_subjects(claim, english))
    return tuple(subject for subject in ClaimSubject if subject in found)


def _find_subjects(claim: Claim, english: bool) -> Iterator[ClaimSubject]:
    if of_block := _OF_BLOCKS.get(claim.block):
        yield of_block
    if states_dose(claim.text, english=english):
        yield ClaimSubject.DOSES
    if states_number(claim.text, english=english):
        yield ClaimSubject.NUMBERS
    if english and states_treatment_effect(claim.text):
        yield ClaimSubject.TREATMENTS
    if english and compares_things(claim.text):
        yield ClaimSubject.COMPARISONS
