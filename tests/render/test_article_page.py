"""The page of an article, as readers get it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.render.samples import SETTINGS, bibliography, built, document, html, ids, reference, words

from citewell.citations.number import number
from citewell.render.article import count_minutes

WHOLE = """---
title: Can back pain be a sign of sarcoma?
description: How pain can differ.
authors: [jane-doe, team]
published: 2026-02-15
updated: 2026-11-02
topics: [back pain, sarcoma]
illustration:
  file: scan.svg
  alt: The lower spine
related_questions: [emergency, nowhere, draft]
related_articles: [biopsy]
---

:::{takeaway}
Most back pain is not cancer. [@study]
:::

## Signs

A lump that grows. [@nhs; @study, p. 3]

:::{emergency} Call 999 if you have
- numbness [@nhs]
:::

## What you can do

Wait. [no source: advice]

:::{key-takeaways}
- See a doctor about a lump. [@nhs]
:::
"""
OTHERS = {
    "emergency": "---\ntitle: When is it an emergency?\n---\n\nNow. [@nhs]\n",
    "biopsy": "---\ntitle: What is a biopsy?\n---\n\nA sample. [@nhs]\n",
    "draft": "---\ntitle: Not ready\nstatus: draft\n---\n\nNothing. [@nhs]\n",
}


@pytest.fixture(scope="module")
def page():
    return html(built({"sarcoma": WHOLE, **OTHERS})["articles/sarcoma/"])


def article(text: str):
    return html(built({"x": text})["articles/x/"])


def test_parts_stand_in_the_order_in_which_they_are_read(page):
    parts = [node.attributes.get("class") or node.attributes.get("id") for node in page.css("article > *")]
    assert parts == [
        *("content", "hero", "byline", "takeaway", "alarm", "beside", "signs", None, "care emergency"),
        *("what-you-can-do", None, "takeaways", "related", "sources", "notice", "report"),
    ]


def test_head_says_who_when_and_how_long(page):
    assert words(page, ".byline p") == [
        "By Jane Doe and the editorial team Not yet medically reviewed",
        "Published 15 February 2026 Updated 2 November 2026 1 minute read",
    ]
    assert [node.attributes["href"] for node in page.css(".byline a")] == [
        "../../people/#jane-doe",
        "../../people/#team",
    ]
    assert [node.attributes["datetime"] for node in page.css("time")] == ["2026-02-15", "2026-11-02"]


def test_head_names_the_bodies_that_carry_the_article():
    page = article("---\ntitle: Rest\nbased_on: [who, Example Institute]\n---\n\nIt helps. [@nhs]\n")
    assert "Based on: WHO and Example Institute" in words(page, ".byline p")


def test_paper_says_the_day_of_the_last_change_and_that_nobody_reviewed_it():
    file = built({"sarcoma": WHOLE})["articles/sarcoma/"].data().decode()
    assert '"dated": "Updated 2 November 2026", "review": "Not yet medically reviewed"}' in file
    file = built({"new": "---\ntitle: New\npublished: 2026-11-22\n---\n\nIt hurts.\n"})["articles/new/"].data().decode()
    assert '"dated": "Published 22 November 2026"' in file


def test_contents_lead_to_each_section_and_nothing_else(page):
    rows = [(node.text(), node.attributes["href"]) for node in page.css(".contents a")]
    assert rows == [
        ("Signs", "#signs"),
        ("What you can do", "#what-you-can-do"),
        ("Key takeaways", "#key-takeaways"),
        ("Sources", "#sources"),
    ]


def test_short_article_has_no_contents():
    assert not article("It hurts. [no source: advice]\n").css(".contents")


def test_emergency_link_has_the_editors_words_or_names_the_number():
    card = "## Help\n\n:::{emergency} Call 999\n- numbness [@nhs]\n:::\n"
    assert words(article(card), ".alarm") == ["Is it an emergency? See when to call 999"]
    own = f'---\ntitle: x\nemergency_link: "Numb? Call 999"\n---\n\n{card}'
    assert words(article(own), ".alarm") == ["Numb? Call 999"]
    link = article(own).css_first(".alarm a")
    assert link is not None
    assert link.attributes["href"] == "#call-999"


def test_an_emergency_card_without_words_of_its_own_names_the_number():
    card = "## Help\n\n:::{emergency}\n- numbness [@nhs]\n:::\n"
    assert words(article(card), ".care .action") == ["Call 999 now if you have"]
    assert article(card).css_first(".care h3").attributes["id"] == "get-emergency-help-now-if-you-have"
    without = built({"x": f"---\ntitle: x\n---\n\n{card}"}, settings=replace(SETTINGS, emergency_number=""))
    assert words(html(without["articles/x/"]), ".care .action") == ["Get emergency help now if you have"]


def test_no_emergency_card_no_link():
    assert not article("## Help\n\n:::{urgent} Call 111\n- a fever [@nhs]\n:::\n").css(".alarm")


def test_related_are_those_that_are_published(page):
    assert words(page, ".related section") == [
        "Related questions When is it an emergency?",
        "Related articles What is a biopsy?",
    ]
    assert [node.attributes["href"] for node in page.css(".related a")] == ["../emergency/", "../biopsy/"]


def test_sources_stand_in_the_order_of_first_appearance(page):
    assert [node.attributes["id"] for node in page.css(".entries > li")] == ["ref-study", "ref-nhs"]
    assert words(page, ".facts, .status") == ["Web page", "Not checked yet"] * 2


def test_every_mark_and_every_backlink_lands_on_the_other(page):
    found = ids(page)
    assert len(found) == len(set(found))
    marks = {node.attributes["id"]: node.attributes["href"] for node in page.css("[role=doc-biblioref]")}
    back = {
        (link.attributes["href"] or "")[1:]: f"#{entry.attributes['id']}"
        for entry in page.css(".entries > li")
        for link in entry.css("[role=doc-backlink]")
    }
    assert marks == back
    assert len(marks) == 5


def test_backlinks_have_names_of_their_own_and_say_which_part(page):
    links = page.css("[role=doc-backlink]")
    names = [node.attributes["aria-label"] for node in links]
    assert names == [
        "Back to use a of source 1",
        "Back to use b of source 1, page 3",
        "Back to use a of source 2",
        "Back to use b of source 2",
        "Back to use c of source 2",
    ]
    assert words(page, ".uses")[0] == "Used at a b p. 3"


def test_entry_is_a_link_to_the_work():
    known = bibliography(
        replace(
            reference("study", container_title="Spine", URL="https://health.org/a?b=1&c=\"2'"), kind="research-study"
        )
    )
    text = "It hurts. [@study]\n"
    page = html(built({"x": text}, references=known)["articles/x/"])
    entry, link = page.css_first(".entry"), page.css_first(".entry a")
    assert entry is not None
    assert link is not None
    assert entry.text() == "About study. Spine."
    assert entry.attributes["data-url"] == link.attributes["href"] == "https://health.org/a?b=1&c=\"2'"
    assert link.attributes["rel"] == "noreferrer"
    assert words(page, ".badge") == ["Research study"]


def test_entry_without_address_has_no_link():
    page = html(built({"x": "It hurts. [@a]\n"}, references=bibliography(reference("a", URL="")))["articles/x/"])
    assert words(page, ".entry .title") == ["About a"]
    assert not page.css(".entry a, [data-url]")


@pytest.mark.parametrize("key", ["müller2020", 'a"b<c>', "x&y", "{{7}}", "a`b", "10.1/x(1)"])
def test_odd_keys_stay_inside_their_attributes(key: str):
    page = article(f"It hurts. [@{{{key}}}]\n") if "}" not in key else article("It hurts. [@{a%b}]\n")
    mark, entry = page.css_first(".cite"), page.css_first(".entries > li")
    assert mark is not None
    assert entry is not None
    assert mark.attributes["href"] == f"#{entry.attributes['id']}"
    assert words(page, "article > p")[0] == "It hurts.Source 1"


@pytest.mark.parametrize(
    "contact", ["editors@citewell.example", "help@example.org", "https://www.citewell.example/help"]
)
def test_address_that_is_only_an_example_is_no_link(contact: str):
    page = html(built({"x": "It hurts. [@a]\n"}, settings=replace(SETTINGS, contact=contact))["articles/x/"])
    assert not page.css(".report a")
    assert "only an example address" in words(page, ".report")[0]


@pytest.mark.parametrize("contact", ["help@myexample.org", "me@example.org.uk", "https://health.org/example"])
def test_address_that_is_like_an_example_is_a_link(contact: str):
    page = html(built({"x": "It hurts. [@a]\n"}, settings=replace(SETTINGS, contact=contact))["articles/x/"])
    assert page.css(".report a")


def test_takeaway_is_followed_by_the_rest_as_it_was_written():
    page = article(
        "First. [@a]\n\n:::{takeaway}\nSecond. [@b]\n:::\n\n## Third\n\nFourth. [@c]\n\n## Fifth\n\nSixth. [@d]\n"
    )
    numbers = [words(page, ".cite")[n].removeprefix("Source ") for n in range(4)]
    assert numbers == ["1", "2", "3", "4"]


def test_reading_time_rounds_up():
    assert [count_minutes(count) for count in (0, 1, 238, 239, 476, 477)] == [1, 1, 1, 2, 2, 3]


def test_marks_that_name_nothing_leave_no_trace():
    text = document("It hurts. [@nowhere] Very. [@here]\n")
    page = html(built({"x": text.source.text}, references=bibliography(reference("here")))["articles/x/"])
    assert words(page, "article > p")[0] == "It hurts. Very.Source 1"
    assert number(text, bibliography()).entries == ()
