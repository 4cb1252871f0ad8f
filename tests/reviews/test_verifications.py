"""Whose verdict on a statement counts, for the policy about pinned words and for readers; all people are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.render.samples import SETTINGS, cited_in, document, html

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_digest import digest_claim
from citewell.citations.sections import list_sections
from citewell.model.claims import Claim, ClaimSubject
from citewell.model.people import Person
from citewell.model.policies import Policies
from citewell.model.reviews import ClaimVerdict, ProgramVerdicts, RecordedVerdict, ReviewFile, ReviewRole
from citewell.model.site import Site
from citewell.quote_policy import find_subjects_without_words
from citewell.render.article import article_parts
from citewell.render.bibliography import ReferenceDescriptions
from citewell.reviews.new_review import make_person_verdicts, make_review
from citewell.reviews.record_digest import seal_record
from citewell.reviews.verifications import find_confirmations, find_verifications

TODAY = date(2026, 3, 1)
TEXT = """\
---
title: Back pain
authors: [writer]
---

Take at most {dose} mg. [@one]

## More

Take at most {dose} mg. [@one]

It helps. [@one]
"""
REVIEWER = Person(
    "rosa",
    "Rosa Invented",
    credentials="Made-up doctor",
    interests="None",
    reviews=ReviewRole.MEDICAL,
    register="Register of Nowhere",
    registration_number="1",
)
PEOPLE = {
    "rosa": REVIEWER,
    "writer": Person("writer", "Will Invented"),
    "reader": Person("reader", "Rea Invented"),
    "team": Person("team", "Invented team", organisation=True),
}
YES, NO, PARTLY, UNSURE = ClaimVerdict.YES, ClaimVerdict.NO, ClaimVerdict.PARTLY, ClaimVerdict.CANNOT_TELL


def context_of(reviews: ReviewFile | None = None, dose: int = 400) -> ArticleContext:
    article = replace(document(TEXT.replace("{dose}", str(dose))), reviews=reviews or ReviewFile())
    settings = replace(SETTINGS, policies=Policies(quote_for=(ClaimSubject.DOSES,)))
    site = Site(settings, cited_in(article), PEOPLE)
    return replace(ContextBuilder(site, frozenset(), TODAY).context(article), today=TODAY, people=PEOPLE)


def dose_in(context: ArticleContext) -> Claim:
    return next(claim for claim in context.article.claims if "mg" in claim.text)


def verdict_of(context: ArticleContext, verdict: ClaimVerdict) -> RecordedVerdict:
    claim = dose_in(context)
    return RecordedVerdict(claim.id, digest_claim(claim, context.bibliography), verdict)


def by_people(**verdicts: ClaimVerdict) -> ReviewFile:
    context = context_of()
    records = [make_person_verdicts(context, by, [verdict_of(context, each)]) for by, each in verdicts.items()]
    return ReviewFile(people=tuple(records))


def by_program(verdict: ClaimVerdict = YES) -> ReviewFile:
    context = context_of()
    record = ProgramVerdicts("example-verifier", "2.1", TODAY, "", (verdict_of(context, verdict),))
    return ReviewFile(programs=(seal_record("back-pain", record),))


def edited_by_hand() -> ReviewFile:
    records = by_people(rosa=NO).people
    changed = tuple(replace(each, verdicts=(replace(each.verdicts[0], verdict=YES),)) for each in records)
    return ReviewFile(people=changed)


@pytest.mark.parametrize(
    ("reviews", "counts", "shown"),
    [
        (ReviewFile(), False, None),
        (by_people(rosa=YES), True, "Rosa Invented, on 1 March 2026"),
        (by_people(reader=YES), True, "Rea Invented, on 1 March 2026"),
        (by_people(writer=YES), False, None),
        (by_people(team=YES), False, None),
        (by_people(rosa=PARTLY), False, None),
        (by_people(rosa=UNSURE), False, None),
        (by_people(rosa=YES, reader=UNSURE), True, "Rosa Invented, on 1 March 2026"),
        (by_people(rosa=YES, reader=NO), False, None),
        (by_program(), False, "a program (example-verifier 2.1) on 1 March 2026, and by no person yet"),
        (by_program(NO), False, None),
        (edited_by_hand(), False, None),
    ],
)
def test_a_yes_of_a_person_who_did_not_write_it_is_as_good_as_words(
    reviews: ReviewFile, counts: bool, shown: str | None
):
    context = context_of(reviews)
    claim = dose_in(context)
    same = [each.id for each in context.article.claims if "mg" in each.text]
    assert list(find_confirmations(context)) == (same if counts else []), "the same words with the same source"
    assert find_subjects_without_words(claim, context) == (() if counts else (ClaimSubject.DOSES,))
    page = html(article_parts(context, ReferenceDescriptions()).above)
    names = page.css(".evidence-view template")[0].html or ""
    place = page.css("article > p .claim")[0].attributes.get("data-verified")
    assert place == (None if shown is None else "0")
    assert (shown or "<span>nobody yet</span></p>") in names


def test_a_verdict_on_other_words_counts_no_longer():
    context = context_of(by_people(rosa=YES), dose=500)
    assert find_subjects_without_words(dose_in(context), context) == (ClaimSubject.DOSES,)
    assert find_verifications(context) == {}


def test_an_approved_section_is_shown_as_reviewed_and_is_no_verdict_on_its_doses():
    context = context_of()
    beginning = list_sections(context.article)[:1]
    context = context_of(ReviewFile(reviews=(make_review(context, "rosa", beginning),)))
    assert find_confirmations(context) == {}
    page = html(article_parts(context, ReferenceDescriptions()).above)
    claims = [(each.attributes["class"], each.attributes.get("data-verified")) for each in page.css("p .claim")]
    assert claims == [("claim reviewed", "0"), ("claim sourced", None), ("claim sourced", None)]
    assert [each.text() for each in page.css(".legend .claim")] == ["Reviewed", "Source named"]
