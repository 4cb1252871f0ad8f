"""What readers are told of mistakes that were found, and how they tell of one."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tests.render.samples import SETTINGS, built, html, site, words

from citewell.model.site import Settings

ADDRESS = "https://health.example.org/answers/"
CORRECTED = """---
title: Back pain
published: 2026-01-10
updated: 2026-03-01
corrections:
  - date: 2026-02-11
    text: An earlier version named a wrong test.
  - date: 2026-03-01
    text: 'It said "3 > 5" & <b>so</b>; it is *not* so [@nhs].'
---

It hurts. [@nhs]
"""


def link_of(address: str, settings: Settings = SETTINGS, text: str = "It hurts. [@nhs]\n") -> str:
    """Where the link to the editors on a page leads."""
    about = {"about": "---\ntitle: About us\n---\n\nWe. [@nhs]\n"}
    made = site({"back-pain": text}, about, settings, address=ADDRESS)
    page = next(each for each in made.pages if str(each.path) == f"{address}index.md")
    link = html(page).css_first(".report a")
    assert link is not None
    assert link.attributes["rel"] == "noreferrer"
    return link.attributes["href"] or ""


def test_corrections_stand_between_sources_and_notice_the_newest_first():
    page = html(built({"x": CORRECTED})["articles/x/"])
    around = [node.attributes.get("class") for node in page.css("article > section")]
    assert around == ["sources", "corrections", "notice", "report"]
    assert words(page, ".corrections li") == [
        '1 March 2026 It said "3 > 5" & <b>so</b>; it is *not* so [@nhs].',
        "11 February 2026 An earlier version named a wrong test.",
    ]
    assert [node.attributes["datetime"] for node in page.css(".corrections time")] == ["2026-03-01", "2026-02-11"]


def test_head_of_the_page_and_its_contents_lead_to_the_corrections():
    more = "\n## Why\n\nIt may. [@nhs]\n"
    page = html(built({"x": CORRECTED + more})["articles/x/"])
    assert words(page, ".dates")[0].startswith("Published 10 January 2026 Updated 1 March 2026 Corrected 1 March 2026 ")
    assert [node.text() for node in page.css(".dates a[href='#corrections']")] == ["Corrected 1 March 2026"]
    assert page.css("h2#corrections")
    assert [node.text() for node in page.css(".contents a")] == ["Why", "Sources", "Corrections"]


def test_page_without_corrections_says_nothing_of_them():
    page = html(built({"x": "It hurts. [@nhs]\n"})["articles/x/"])
    assert not page.css(".corrections")
    assert "Correct" not in (page.html or "")


def test_heading_called_corrections_does_not_take_the_place_of_the_notes():
    page = html(built({"x": CORRECTED + "\n## Corrections\n\nIt may. [@nhs]\n"})["articles/x/"])
    named = [node.attributes["id"] for node in page.css("h2") if node.text() == "Corrections"]
    assert named == ["section-corrections", "corrections"]


def test_withdrawn_article_and_own_page_keep_their_corrections():
    gone = "status: withdrawn\nwithdrawn: {date: 2026-03-05, reason: It was wrong.}\npublished"
    made = built({"x": CORRECTED.replace("published", gone, 1)}, {"about": CORRECTED})
    for address in ("articles/x/", "about/"):
        assert len(html(made[address]).css(".corrections li")) == 2, address


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("articles/back-pain/", "Back pain"),
        ("about/", "About us"),
        ("evidence/", "Are our sources up to date?"),
        ("people/", "People"),
        ("sources/", "Sources"),
    ],
)
def test_message_to_the_editors_knows_the_page(address, title):
    link = link_of(address)
    assert link.startswith("mailto:editors@citewell.org?")
    asked = parse_qs(urlsplit(link).query)
    assert asked["subject"] == [f"Problem with: {title}"]
    assert asked["body"] == [f"Page: {ADDRESS}{address}\r\n\r\nWhat is wrong, and where on the page:\r\n"]


def test_title_with_signs_stays_one_subject():
    link = link_of("articles/back-pain/", text='---\ntitle: "A & b?body=x%0A #1"\n---\n\nIt hurts. [@nhs]\n')
    asked = parse_qs(urlsplit(link).query)
    assert asked["subject"] == ["Problem with: A & b?body=x%0A #1"]
    assert len(asked["body"]) == 1


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("https://health.org/contact", "https://health.org/contact?page={page}"),
        ("https://health.org/form?topic=site#top", "https://health.org/form?topic=site&page={page}#top"),
    ],
)
def test_form_is_told_the_page(contact, expected):
    link = link_of("articles/back-pain/", replace(SETTINGS, contact=contact))
    page = "https%3A%2F%2Fhealth.example.org%2Fanswers%2Farticles%2Fback-pain%2F"
    assert link == expected.format(page=page)
    assert unquote(page) == f"{ADDRESS}articles/back-pain/"


def test_hubs_state_nothing_that_could_be_wrong():
    made = built({"x": "---\ntitle: X\ntopics: [back]\n---\n\nIt hurts. [@nhs]\n"})
    for address in ("", "topics/", "topics/back/", "articles/"):
        assert not html(made[address]).css(".report"), address


def test_sources_of_a_correction_have_their_marks_and_ways_back():
    named = CORRECTED.replace("a wrong test.", "a wrong number. It was 9 of 10 people.\n    sources: [nhs]")
    page = html(built({"x": named})["articles/x/"])
    (mark,) = page.css(".corrections a[role='doc-biblioref']")
    assert (mark.text(), mark.attributes["href"]) == ("Source 1", "#ref-nhs")
    assert [node.attributes["href"] for node in page.css(".sources a[href^='#cite-']")][
        -1
    ] == f"#{mark.attributes['id']}"
