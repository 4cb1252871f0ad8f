"""An article that a program drafted: what people have confirmed of it, and what its page and its ledger say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.render.samples import bibliography, reference

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_digest import digest_claim
from citewell.claim_records import list_claims
from citewell.model.article import Article
from citewell.model.claims import Status, Support
from citewell.model.people import Person
from citewell.model.reviews import (
    ClaimVerdict,
    PersonVerdicts,
    ProgramVerdicts,
    RecordedVerdict,
    ReviewFile,
    ReviewRole,
)
from citewell.model.site import Settings, Site
from citewell.model.source_location import SourceText
from citewell.render.article import article_parts
from citewell.render.bibliography import ReferenceDescriptions
from citewell.reviews.machine_written import find_unverified_claims
from citewell.reviews.record_digest import seal_record
from citewell.source.article import parse_article

TODAY = date(2026, 12, 1)
SITE = Site(
    Settings(publisher="Example"),
    bibliography(reference("a"), reference("b")),
    {
        name: Person(
            name,
            name,
            reviews=ReviewRole.MEDICAL,
            credentials="MD",
            register="GMC",
            registration_number="1",
            interests="None",
        )
        for name in ("ada", "bea", "author")
    }
    | {"team": Person("team", "Our team", organisation=True)},
)
TEXT = """\
---
title: Does rest help?
authors: [author]
origin: generated
origin_note: Example Writer 2
---

Rest may help. [@a]
Keep a diary. [no source: advice]

## Again

Rest may help. [@a]
"""


def read(text: str = TEXT, reviews: ReviewFile = ReviewFile()) -> ArticleContext:  # noqa: B008 - it is immutable
    article = parse_article(SourceText("content_src/articles/x/article.md", text), slug="x")
    return ContextBuilder(SITE, frozenset(), TODAY).context(replace(article, reviews=reviews))


def verdicts(article: Article, said: ClaimVerdict, count: int) -> tuple[RecordedVerdict, ...]:
    claims = [claim for claim in article.claims if claim.status is not Status.NOT_A_CLAIM]
    return tuple(RecordedVerdict(each.id, digest_claim(each, SITE.bibliography), said) for each in claims[:count])


def by_person(name: str, said: ClaimVerdict = ClaimVerdict.YES, count: int = 3) -> PersonVerdicts:
    return seal_record("x", PersonVerdicts(name, TODAY, "", verdicts(read().article, said, count)))


def by_program() -> ProgramVerdicts:
    return seal_record("x", ProgramVerdicts("checker", "1", TODAY, "", verdicts(read().article, ClaimVerdict.YES, 3)))


def unverified(context: ArticleContext) -> Sequence[str]:
    return [claim.text for claim in find_unverified_claims(context)]


REST, DIARY = "Rest may help.", "Keep a diary."


@pytest.mark.parametrize(
    ("reviews", "left"),
    [
        (ReviewFile(), [REST, DIARY, REST]),
        (ReviewFile(people=(by_person("ada"),)), []),
        (ReviewFile(people=(by_person("ada", count=1),)), [DIARY]),  # the same words with the same source again
        (ReviewFile(people=(by_person("ada", ClaimVerdict.PARTLY),)), [REST, DIARY, REST]),
        (ReviewFile(people=(by_person("ada", ClaimVerdict.CANNOT_TELL),)), [REST, DIARY, REST]),
        (ReviewFile(people=(by_person("ada"), by_person("bea", ClaimVerdict.WRONG, 1))), [REST, REST]),
        (ReviewFile(people=(by_person("author"),)), [REST, DIARY, REST]),
        (ReviewFile(people=(by_person("team"),)), [REST, DIARY, REST]),
        (ReviewFile(people=(by_person("nobody"),)), [REST, DIARY, REST]),
        (ReviewFile(people=(replace(by_person("ada"), by="bea"),)), [REST, DIARY, REST]),  # changed by hand
        (ReviewFile(programs=(by_program(),)), [REST, DIARY, REST]),
    ],
)
def test_only_what_a_person_confirmed_is_verified(reviews: ReviewFile, left: list[str]):
    assert unverified(read(reviews=reviews)) == left


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("may help. [@a]\nKeep", "helps. [@a]\nKeep"),
        TEXT.replace("[@a]\nKeep", "[@b]\nKeep"),
        TEXT.replace("[@a]\nKeep", "[contradicts @b; @a]\nKeep"),
    ],
)
def test_a_statement_that_changes_starts_again(changed: str):
    assert len(unverified(read(changed, ReviewFile(people=(by_person("ada"),))))) == 1


def test_what_a_person_wrote_needs_none():
    assert unverified(read(TEXT.replace("generated", "written"))) == []


def test_the_ledger_says_what_is_unverified():
    rows = list_claims(read(reviews=ReviewFile(people=(by_person("ada", count=1),)))).rows
    assert [row.claim.support for row in rows if row.claim.status is not Status.NOT_A_CLAIM] == [
        Support.UNCHECKED,
        Support.UNVERIFIED,
        Support.UNCHECKED,
    ]


@pytest.mark.parametrize(
    ("reviews", "said"),
    [
        (ReviewFile(), "3 statements have not yet been compared with their sources by a person."),
        (ReviewFile(people=(by_person("ada"),)), "A person has compared each statement with its sources."),
    ],
)
def test_the_page_says_how_it_was_made_and_no_more_than_that(reviews: ReviewFile, said: str):
    page = LexborHTMLParser(str(article_parts(read(reviews=reviews), ReferenceDescriptions()).above))
    (origin,) = page.css(".origin")
    assert origin.text() == f"A computer program (Example Writer 2) wrote the first draft of this page. {said}"
