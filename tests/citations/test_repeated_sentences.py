"""Sentences of several articles that are the same, differ in an amount, or are nearly the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.growth import assert_linear

from citewell.citations.repeated_sentences import (
    digest_subject,
    find_near_twins,
    find_other_amounts,
    find_repeated_passages,
)
from citewell.diagnostics import Location
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import ArticleSupport, Card, CitedClaim
from citewell.model.packed import Packed

SURE = "Rest helps most people with a stiff neck."


def card(slug: str, *sentences: str, key: str = "a", status: PublicationStatus = PublicationStatus.PUBLISHED) -> Card:
    path = f"content_src/articles/{slug}/article.md"
    claims = tuple(
        CitedClaim(f"{slug}-{line}", text, Location(path, line), ((key, 0),), digest_subject(text))
        for line, text in enumerate(sentences, 5)
    )
    support = Packed(ArticleSupport(claims=claims))
    return Card(slug, ArticleKind.ARTICLE, path, slug, status, body_line=5, support=support)


def other_amounts(*cards: Card) -> list[tuple[str, str]]:
    return [(each.sentence.claim.text, each.usual.claim.text) for each in find_other_amounts(cards)]


DIFFERENT = [
    ("About 11 people in Sydney had a broken bone.", "11 people in Sydney had a broken bone."),
    ("A scan is needed above a size of 5 cm.", "A scan is needed above a size of 5 mm."),
    (SURE, "Rest does not help most people with a stiff neck."),
    (SURE, "Rest may help most people with a stiff neck."),
    (SURE, "Rest helps some people with a stiff neck."),
    ("It heals within 6 weeks without any surgery.", "It heals within six months without any surgery."),
    ("A fever of 38 °C needs a doctor.", "A fever of 39 °C needs a doctor."),
    ("Of 9 patients, 3 (33%) had surgery later.", "Of 9 patients, 3 had surgery later."),
]
ALIKE = [
    (SURE, "Rest helps most people who have a stiff neck."),
    ("It heals within 6 weeks without any surgery.", "It heals within six weeks without surgery."),
    ("About 20 patients had surgery on the neck.", "Approximately 20 patients had surgery on the neck."),
    ("Weakness in one of your legs is urgent.", "Weakness in one of your arms is urgent."),
    ("See a doctor in 2 days.", "See a doctor in 3 days."),  # too short to be about the same
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_difference_in_an_amount_is_found_whichever_article_has_it(one: str, other: str):
    assert other_amounts(card("one", one), card("two", other)) == [(other, one)]
    assert other_amounts(card("one", other), card("two", one)) == [(one, other)]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_other_differences_are_none_of_an_amount(one: str, other: str):
    assert other_amounts(card("one", one), card("two", other)) == []


def test_the_rarer_wording_is_the_one_to_look_at():
    one, other = DIFFERENT[0]
    assert other_amounts(card("a", one), card("b", other), card("c", other)) == [(one, other)]


def test_an_article_that_says_both_means_both_and_other_sources_may_say_otherwise():
    one, other = DIFFERENT[0]
    assert other_amounts(card("a", one, other), card("b", other)) == []
    assert other_amounts(card("a", one), card("b", other, key="b")) == []


def test_a_withdrawn_article_and_the_front_matter_say_nothing():
    one, other = DIFFERENT[0]
    assert other_amounts(card("a", one), card("b", other, status=PublicationStatus.WITHDRAWN)) == []
    moved = card("c", "It was.", "It is.", other)
    assert other_amounts(card("a", one), replace(moved, body_line=99)) == []


def test_sentences_that_follow_one_another_are_one_passage():
    same = ("Back pain is very common in adults.", "Most of it goes away by itself.")
    cards = [card("a", "First of all.", *same), card("b", *same, "And then."), card("c", *same)]
    [passage] = find_repeated_passages(cards)
    assert [each.claim.text for each in passage.sentences] == list(same)
    assert [str(each.place) for each in passage.elsewhere] == [
        "content_src/articles/b/article.md:5:1",
        "content_src/articles/c/article.md:5:1",
    ]


def test_typography_makes_no_difference_and_a_few_words_may_be_anywhere():
    one, other = "It’s a “red flag” only for people with cancer.", 'It\'s a "red flag" only  for people with cancer.'
    assert len(list(find_repeated_passages([card("a", one), card("b", other)]))) == 1
    assert not list(find_repeated_passages([card("a", "chest pain"), card("b", "chest pain")]))


def test_near_twins_are_of_two_articles():
    one, other = "Most lumps in adults are not a cancer.", "Most of the lumps in adults are not cancer."
    [twins] = find_near_twins([card("a", one), card("b", other)])
    assert (twins.sentence.claim.text, twins.other.claim.text) == (other, one)
    assert not list(find_near_twins([card("a", one, other)]))


@pytest.mark.parametrize("find", [find_repeated_passages, find_other_amounts, find_near_twins])
@pytest.mark.parametrize("text", ["Of {0} people in Sydney, 11 had a broken bone.", SURE, "Rest helps neck{0} a bit."])
def test_work_grows_with_the_articles(find, text: str):
    def work(size: int) -> None:
        list(find([card(f"a{number}", *[text.format(number)] * 4) for number in range(size)]))

    assert_linear(work, 200, 2_000)
