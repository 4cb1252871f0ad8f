"""What a statement is about: for each subject sentences that are about it, and near ones that are not."""

from __future__ import annotations

import pytest

from citewell.citations.claim_subjects import find_claim_subjects
from citewell.model.claims import Claim, ClaimSubject, Status
from citewell.model.source_location import Span

DOSES = """
Take at most 400 mg.
Adults may take 1 or 2 tablets every 4 to 6 hours.
The usual dose is 75 micrograms.
Use the cream three times a day.
Two puffs are enough.
Do not give a child more than 4 doses in a day.
Take 5ml every 8 hours.
Most people start with 10 units of insulin.
"""
NO_DOSES = """
A value above 7 mmol/l is high.
His cholesterol was 200 mg/dl.
Do the exercises twice a day.
Type 2 diabetes is common.
The tablets help most people.
It weighed about 3 kg.
"""
NUMBERS = """
About 12% of people still have pain.
Pain that lasts for 6 weeks is common.
Two in ten people have it.
A third of people get better in a month.
It takes six weeks.
You are over 70 and fell.
Of 149 people, 68 had pain.
A lump of 5cm is large.
The temperature is above 38°C.
"""
NO_NUMBERS = """
Type 2 diabetes is common.
Vitamin B12 is in meat.
COVID-19 can cause it.
A study of 1988 found that.
Call 999 at once.
The L5 nerve is squeezed.
One of the nerves is squeezed.
Stage 3 is rare.
Two kinds of pain are known.
"""
TREATMENTS = """
Massage eases back pain for a while.
Antibiotics do not help with a cold.
Ibuprofen can cause stomach ulcers.
WHO advises against opioids.
Surgery is no better than rest.
Doctors recommend exercise.
Atorvastatin lowers cholesterol.
"""
NO_TREATMENTS = """
Treatments for sciatica are listed below.
Back pain is common.
A fever can be a sign of an infection.
The pain gets worse at night.
"""
COMPARISONS = """
Back pain is more common in women than in men.
Smokers are twice as likely to have it.
It works no better than a sugar pill.
Compared with rest, walking helps.
It is as common as a cold.
"""
NO_COMPARISONS = """
The pain lasts longer than 6 weeks.
Walk rather than rest.
It lasts longer than usual.
More people have it now.
It has no cause other than age.
Rest as much as you like.
Fever, as well as weight loss, is a sign.
"""
WORDS = {
    ClaimSubject.DOSES: (DOSES, NO_DOSES),
    ClaimSubject.NUMBERS: (NUMBERS, NO_NUMBERS),
    ClaimSubject.TREATMENTS: (TREATMENTS, NO_TREATMENTS),
    ClaimSubject.COMPARISONS: (COMPARISONS, NO_COMPARISONS),
}


def claim(text: str, block: str = "paragraph") -> Claim:
    return Claim("x", Span(0, 1), text, block, Status.CITED)


@pytest.mark.parametrize(
    ("text", "subject", "is_about"),
    [
        (line, subject, is_about)
        for subject, tables in WORDS.items()
        for table, is_about in zip(tables, (True, False), strict=True)
        for line in table.strip().splitlines()
    ],
)
def test_words_and_figures_tell_what_a_statement_is_about(text: str, subject: ClaimSubject, is_about: bool):
    assert (subject in find_claim_subjects(claim(text), english=True)) is is_about


@pytest.mark.parametrize(
    ("block", "subject"),
    [
        ("emergency", ClaimSubject.EMERGENCY),
        ("urgent", ClaimSubject.URGENT),
        ("takeaway", ClaimSubject.TAKEAWAYS),
        ("key-takeaways", ClaimSubject.TAKEAWAYS),
        ("comparison", ClaimSubject.COMPARISONS),
        ("risk", ClaimSubject.NUMBERS),
    ],
)
def test_a_block_tells_it_in_any_language(block: str, subject: ClaimSubject):
    assert find_claim_subjects(claim("Ein Satz.", block), english=False) == (subject,)
    assert find_claim_subjects(claim("Ein Satz."), english=False) == ()


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Nehmen Sie höchstens 400 mg.", {ClaimSubject.DOSES, ClaimSubject.NUMBERS}),
        ("Etwa 12 % haben Schmerzen.", {ClaimSubject.NUMBERS}),
        ("بعد 6 أسابيع", {ClaimSubject.NUMBERS}),
        ("يصيب ١٢٪ من الناس", {ClaimSubject.NUMBERS}),
        ("Massage hilft besser als Ruhe.", set()),
    ],
)
def test_figures_and_units_tell_it_in_other_languages(text: str, subjects: set[ClaimSubject]):
    assert set(find_claim_subjects(claim(text), english=False)) == subjects
