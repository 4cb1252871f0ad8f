"""What a report says of reviews: valid, lapsed, overdue and missing ones, and the claims that a person verified."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.cli.project import Project
from tests.team_report.recording import record_review, record_verdict
from tests.team_report.site import write_site
from tests.team_report.test_trend import commit, git, trend

from citewell.model.reviews import ClaimVerdict

BACK_PAIN = "content_src/articles/back-pain/article.md"


@pytest.fixture
def own(tmp_path) -> Project:
    """The site, before anything was checked online."""
    project = write_site(tmp_path / "site")
    (project.root / "content_src/references.lock").unlink()
    return project


def report(project: Project, day: date = date(2026, 3, 1)) -> dict[str, Any]:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    epoch = str(int(noon.timestamp()))
    done = project.citewell("report", "--format", "json", "--months", "0", SOURCE_DATE_EPOCH=epoch)
    assert (done.code, done.err) == (0, "")
    return dict(json.loads(done.out))


def of_article(found: dict[str, Any], slug: str) -> dict[str, Any]:
    return next(each for each in found["reviews"]["articles"] if each["slug"] == slug)


def test_a_review_makes_its_claims_verified_and_its_next_one_due(own: Project):
    record_review(own, "back-pain")
    found = report(own)

    states = {each["name"]: each["count"] for each in found["reviews"]["states"] if each["count"]}
    assert states == {"valid": 1, "none": 1}, "drafts and withdrawn articles do not count"
    assert found["reviews"]["due"] == [{"name": "2028-01", "label": "January 2028", "count": 1}]
    reviewed = of_article(found, "back-pain")
    assert (reviewed["state"], reviewed["due"], reviewed["reviewers"]) == (
        "valid",
        "2028-01-15",
        [{"id": "dr-example", "name": "Cy Example"}],
    )
    assert found["totals"]["support"] == {"person": 3, "quoted": 0, "program": 0, "unchecked": 2}
    assert of_article(found, "headache")["unsigned"] == ["content"]


def test_a_section_that_changed_has_lapsed_and_its_neighbour_has_not(own: Project):
    record_review(own, "back-pain")
    own.replace(BACK_PAIN, "It often passes.", "It always passes.")
    found = report(own)

    changed = of_article(found, "back-pain")
    assert (changed["state"], changed["lapsed"]) == ("lapsed", ["What is known"])
    assert found["totals"]["support"] == {"person": 1, "quoted": 1, "program": 0, "unchecked": 3}
    done = own.citewell("report", "--months", "0", "-o", "page.html")
    assert done.code == 0
    page = LexborHTMLParser(own.read("page.html"))
    assert "Does back pain pass? – What is known" in [each.text() for each in page.css("#reviews li")]


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2028, 1, 15), "valid"), (date(2028, 1, 16), "overdue"), (date(2028, 6, 1), "expired")],
)
def test_a_review_is_due_and_then_overdue(own: Project, day: date, state: str):
    record_review(own, "back-pain")
    assert of_article(report(own, day), "back-pain")["state"] == state


def test_a_section_whose_quoted_words_were_lost_has_lapsed(tmp_path):
    project = write_site(tmp_path / "site")
    record_review(project, "back-pain")
    assert of_article(report(project), "back-pain")["lapsed"] == ["What is known"]


def test_a_review_of_some_sections_names_the_others(own: Project):
    record_review(own, "back-pain", sections=slice(1))
    reviewed = of_article(report(own), "back-pain")
    assert (reviewed["state"], reviewed["unsigned"]) == ("partial", ["What is known"])


@pytest.mark.parametrize(
    ("verdict", "program", "support"),
    [
        (ClaimVerdict.YES, "", {"person": 1, "quoted": 1, "program": 0, "unchecked": 3}),
        (ClaimVerdict.NO, "", {"person": 0, "quoted": 1, "program": 0, "unchecked": 4}),
        (ClaimVerdict.YES, "a-verifier", {"person": 0, "quoted": 1, "program": 1, "unchecked": 3}),
    ],
)
def test_a_verdict_on_a_claim_counts_as_what_it_is(own: Project, verdict, program, support):
    record_verdict(own, "headache", "Headaches pass.", verdict, program)
    found = report(own)
    assert found["totals"]["support"] == support
    counts = {each["name"]: (each["people"], each["programs"]) for each in found["verdicts"]}
    assert counts.pop(verdict) == ((0, 1) if program else (1, 0))
    assert set(counts.values()) == {(0, 0)}


def test_the_page_shows_verdicts_and_reviews_with_their_tables(own: Project):
    record_verdict(own, "headache", "Headaches pass.", ClaimVerdict.PARTLY)
    record_review(own, "back-pain")
    assert own.citewell("report", "--months", "0", "-o", "page.html").code == 0
    page = LexborHTMLParser(own.read("page.html"))

    def row(figure: str, head: str) -> list[str]:
        rows = [[cell.text() for cell in each.css("th, td")] for each in page.css(f"#{figure} tr")]
        return next(each for each in rows if each[0] == head)

    assert row("figure-claims", "Partly") == ["Partly", "1", "0"]
    assert row("figure-reviews", "Valid") == ["Valid", "1"]
    assert row("figure-due", "January 2028") == ["January 2028", "1"]
    whole = ["Does back pain pass?", "Valid", "15 January 2028", "Cy Example", "–", "–"]
    assert row("reviews", "Does back pain pass?") == whole


def test_a_verdict_on_words_that_have_changed_counts_for_nothing(own: Project):
    record_verdict(own, "headache", "Headaches pass.", ClaimVerdict.YES)
    own.replace("content_src/articles/headache/article.md", "Headaches pass.", "All headaches pass.")
    assert report(own)["totals"]["support"]["person"] == 0


def test_the_yes_of_an_author_is_not_a_verification(own: Project):
    record_verdict(own, "headache", "Headaches pass.", ClaimVerdict.YES)
    own.replace("content_src/articles/headache/article.md", "authors: [a-writer]", "authors: [dr-example]")
    assert report(own)["totals"]["support"]["person"] == 0


def test_a_record_that_was_edited_counts_for_nothing(own: Project):
    record_review(own, "back-pain")
    own.replace("content_src/reviews/back-pain.yml", "due: 2028", "due: 2038")
    found = report(own)
    assert of_article(found, "back-pain")["state"] == "none"
    assert found["totals"]["support"]["person"] == 0


def test_criteria_are_met_once_everything_is_reviewed(own: Project):
    lines = "every-published-article-reviewed: true, review-due-dates: true, claims-verified-at-least: 100"
    own.write("ours.yml", f"title: O\ncriteria: [{{id: a, words: B., evidence: {{{lines}}}}}]\n")

    def results() -> list[str]:
        done = own.citewell("report", "--format", "json", "--months", "0", "--criteria", "ours.yml")
        return [each["result"] for each in json.loads(done.out)["criteria"][0]["criteria"][0]["evidence"]]

    record_review(own, "back-pain")
    assert results() == ["gap", "gap", "gap"]
    record_review(own, "headache")
    assert results() == ["met", "met", "met"]


def test_the_trend_says_what_was_reviewed_then(own: Project):
    git(own.root, "init")
    commit(own, "2025-12-10")
    record_review(own, "back-pain")
    commit(own, "2026-01-15")
    own.replace(BACK_PAIN, "It often passes.", "It always passes.")
    commit(own, "2026-02-10")

    # of 6 claims 4 are in sections of back-pain, and 1 of them in the section that did not change
    shares = [(each["month"], each["reviewed"]) for each in trend(own)["months"]]
    assert shares == [("2025-12", 0.0), ("2026-01", 66.7), ("2026-02", 16.7), ("2026-03", 16.7)]


def test_an_article_that_is_withheld_is_not_published_yet(own: Project):
    site = own.root / "content_src/site.yml"
    text = site.read_text(encoding="utf-8")
    policy = "policies:\n  unreviewed: withhold\n"
    site.write_text(text.replace("policies:\n", policy) if "policies:\n" in text else text + policy, encoding="utf-8")
    git(own.root, "init")
    commit(own, "2026-01-10")
    record_review(own, "back-pain")
    commit(own, "2026-02-10")

    found = report(own)
    assert (found["totals"]["published_articles"], found["totals"]["draft_articles"]) == (1, 2)
    assert of_article(found, "headache")["state"] == "none", "the team still sees what waits for a review"
    assert [(each["month"], each["articles"]) for each in trend(own)["months"]] == [
        ("2026-01", 0),
        ("2026-02", 1),
        ("2026-03", 1),
    ]
