"""Claims that this site was reviewed, and sentences about other reviews, denials and plans, which are none."""

from __future__ import annotations

from textwrap import dedent

import pytest

from citewell.lexicon.claims_of_review import find_review_claim

CLAIMS = dedent("""\
    This article was reviewed by Dr Ann Example.
    This page has been medically reviewed.
    Medically reviewed by Dr. Ann Example
    Medically reviewed
    Reviewed by our doctors
    Checked by doctors
    Our doctors approve this site.
    Our medical team checks every article.
    All our articles are reviewed by doctors.
    Every sentence on this site is checked by a nurse.
    Dr Ann Example has checked all our articles.
    Has reviewed all our articles.
    Doctor-reviewed health
    Doctor approved advice
    Expert-reviewed information you can trust
    Clinically approved by the team at the hospital
    This information was approved by the NHS.
    This website is endorsed by WHO.
    Our content is peer-reviewed.
    Written and reviewed by doctors
    Written by our team. Reviewed by Professor Bee Sample.
    Last reviewed by Dr Ann Example on 3 May 2026.
    Medical reviewer: Dr Ann Example
    Medical review: 3 May 2026
    Everything here is vetted by specialists.
    We are certified by the Ministry of Health.
    A GP has read and approved this page.
    A consultant checks each of our pages.
    Each page is written and checked by medical experts.
    These pages are clinically reviewed every year.
    This leaflet has been approved by a pharmacist.
    The information on this page was verified by two clinicians.
    All the content on this site is medically verified.
    Back pain (medically reviewed)
    Fact-checked by medical professionals
    Checked and approved by our medical advisory board
    Our experts have verified the facts.
    It was reviewed by Dr Ann Example in May.
    Approved by doctors: what helps against back pain
    Clinician-reviewed
    Nurses have checked this list.
    A doctor reviewed this page and found it correct.
    This guide is accredited.
    Our clinical team has approved every article.
    This site has the approval of the royal colleges.
""").splitlines()
HARMLESS = dedent("""\
    The Cochrane review looked at 14 studies.
    A systematic review found no difference.
    It was published in a peer-reviewed journal.
    No doctor has reviewed this site.
    No doctor or other health professional has reviewed its articles.
    Articles are not yet reviewed.
    This article has not been medically reviewed.
    Not yet medically reviewed
    This article will be reviewed by a doctor.
    Who reviewed it is shown at the top.
    Each page says who reviewed it, and when.
    Ask your doctor to review your medicines.
    Have the lump checked by a doctor.
    Your scan will be checked by a radiologist.
    A pathologist who specialises in sarcoma reviews it.
    The diagnosis comes from a biopsy, which a specialist in sarcoma reviews.
    The drug was approved by the FDA in 2019.
    The guideline was reviewed in 2022.
    NICE reviewed the evidence on scans.
    Doctors checked the blood of 40 people.
    The doctor checks your back and legs.
    A nurse checks your blood pressure at every visit.
    If an article has been reviewed, the page says so.
    When a doctor has reviewed this page, its name is shown.
    Nobody has reviewed this page.
    Do not rely on it until a doctor has reviewed this page.
    We hope that this page will be reviewed by doctors.
    It includes no medical reviewer yet.
    Our medical reviewers compare each sentence with its source.
    Reviewers check the article section by section.
    The team writes from published sources.
    The test was validated in 2,000 people.
    This test is approved for children.
    This vaccine is approved by the MHRA.
    This medicine has been approved since 1999.
    Get checked if you have a lump.
    Your blood pressure was checked.
    See a GP if it has not been checked.
    Who has reviewed this page?
    Has this page been reviewed by a doctor?
    What a review of 95 studies found
    Experts reviewed 14 studies.
    A panel of experts approved the guideline.
    The study was approved by an ethics board.
    Most lumps that doctors check are harmless.
    Specialists check every sample twice.
    The review could not judge how accurate these signs are.
    Recommended by doctors in the UK for adults
    Review of this page
    Reviewed
    Medical review
    Reviews by date
    An earlier version said that a doctor had reviewed this page.
    A review in a US journal for family doctors names four signs.
    Reviewed and recommended exercises
    Your doctor will have checked every result.
    Health professionals checked all the lists of patients.
    The hospital has approved this treatment.
    A surgeon looked at this kind of operation in 300 people.
    This operation was reviewed by Cochrane in 2021.
    Editors check each article against its sources.
    This page was checked on 3 May by the editors.
    Our articles are written by the editorial team.
    Before publication an editor reads every article.
    Sources were checked online in May.
    The page of the NHS was last reviewed in March 2023.
    If you think that this page is wrong, have it checked by a doctor.
""").splitlines()


@pytest.mark.parametrize("text", CLAIMS)
def test_claim_is_found_also_in_the_middle_of_a_text(text: str):
    assert find_review_claim(text) is not None
    assert find_review_claim(f"Back pain is common. {text} See a GP.") is not None


@pytest.mark.parametrize("text", HARMLESS)
def test_what_claims_no_review_of_this_site_is_left_alone(text: str):
    assert find_review_claim(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This page was reviewed by Dr Ann Example.", "Ann Example"),
        ("Reviewed by Dr. Ann Example", "Ann Example"),
        ("Professor Bee Sample has checked this article.", "Bee Sample"),
        ("Our doctors check every page.", ""),
    ],
)
def test_the_person_who_is_named_with_a_title_is_known(text: str, name: str):
    found = find_review_claim(text)
    assert found is not None
    assert found.name == name


def test_long_texts_take_no_long_time():
    for piece in ("our medical ", "Dr A reviewed and ", "all our articles are now ", "doctors have also "):
        assert find_review_claim(piece * 3_000) is None
