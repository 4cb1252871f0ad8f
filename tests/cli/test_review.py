"""``citewell review``: what it records, what it shows before, and what it refuses in one line without writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.cli.project import Project
from tests.content import TODAY
from tests.reviewing import PEOPLE, read_context

from citewell.citations.claim_digest import digest_claim
from citewell.citations.sections import digest_section, list_sections
from citewell.cli.reviewing.record_review import PreparedReview, ReviewRequest, prepare_review, save_record
from citewell.errors import ChangedMeanwhile
from citewell.model.reviews import ClaimVerdict, RecordedVerdict

SLUG = "can-stress-cause-headaches"
ARTICLE = f"content_src/articles/{SLUG}/article.md"
FILE = f"content_src/reviews/{SLUG}.yml"
CORRECTED = "Stress is one of several causes of headaches."


@pytest.fixture
def site(small: Project) -> Project:
    """The small site with people who may review."""
    small.write("content_src/people.yml", PEOPLE)
    return small


def test_a_review_is_shown_and_recorded(site: Project):
    done = site.citewell("review", SLUG, "--by", "ada-fiction", "--note", "Read with the sources.", "--yes")
    assert done.code == 0, done.err
    assert "medical review by Ada Fiction, Invented doctor, Example Register of Invented Doctors, X-0001" in done.out
    assert "What is known: 5 claims, 3 sources" in done.out
    assert "Together 4 sections, 8 claims and 3 sources." in done.out
    assert "The next review is due on 1 March 2028." in done.out
    recorded = site.read(FILE)
    assert recorded.count("  - by: ada-fiction\n    role: medical\n    date: 2026-03-01\n    due: 2028-03-01\n") == 1
    assert 'note: "Read with the sources."' in recorded
    assert f" {CORRECTED}\n" in recorded
    assert site.citewell("check").out.startswith("No findings")


def test_earlier_records_are_kept(site: Project):
    site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    first = site.read(FILE)
    done = site.citewell("review", ARTICLE, "--by", "ben-story", "--section", "what is KNOWN", "--yes")
    assert "lay review by Ben Story" in done.out
    both = site.read(FILE)
    assert both.startswith(first)
    assert both.count("  - by: ") == 2
    assert both[len(first) :].count("anchor: ") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([SLUG, "--by", "ada-fictoin"], 'no person has the id "ada-fictoin"'),
        ([SLUG, "--by", "editorial-team"], "Editorial team wrote this article, and nobody reviews what they wrote"),
        ([SLUG, "--by", "eve-story"], "people.yml does not say that Eve Story may review"),
        (
            [SLUG, "--by", "mallory-story"],
            "for a medical review: credentials, register, registration_number, interests",
        ),
        (["can-stress", "--by", "ada-fiction"], 'there is no article "can-stress"'),
        ([SLUG, "--by", "ada-fiction", "--section", "What is knwon"], 'did you mean "What is known"?'),
        ([SLUG, "--by", "ada-fiction", "--note", "a\x1bb"], "characters that cannot be shown"),
        ([SLUG, "--by", "ada-fiction", "--spelling", "--note", "x"], "takes neither --section nor --note"),
        ([SLUG, "--by", "ada-fiction", "--spelling"], "nobody has reviewed this article yet"),
    ],
)
def test_what_may_not_be_recorded_is_refused_in_a_line(site: Project, arguments: list[str], says: str):
    more = "  - id: eve-story\n    name: Eve Story\n  - id: mallory-story\n    name: Mallory\n    reviews: medical\n"
    site.write("content_src/people.yml", PEOPLE + more)
    done = site.citewell("review", *arguments, "--yes")
    assert done.code == 2
    assert says in done.err
    assert not (site.root / FILE).exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (ARTICLE, "of headaches. [", "of headaches. More. [no-such: ", "the check finds"),
        (ARTICLE, "title:", "status: withdrawn\ntitle:", "is withdrawn"),
        (
            "content_src/references.lock",
            '"status": 200',
            (
                '"status": 200, "identifiers": ["https://health.example.org/page"], '
                '"notices": [{"kind": "retraction", "said_by": "Crossref"}]'
            ),
            "has been retracted",
        ),
        ("content_src/references.lock", '"verdict": "ok"', '"verdict": "broken"', 'has the verdict "broken"'),
    ],
)
def test_an_article_that_nobody_can_approve_is_refused(site: Project, path: str, old: str, new: str, says: str):
    text = site.read(path)
    assert old in text
    site.write(path, text.replace(old, new, 1))
    done = site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    assert done.code == 2
    assert says in done.err or "the check finds" in done.err
    assert not (site.root / FILE).exists()


def test_nothing_is_recorded_without_a_yes(site: Project):
    done = site.citewell("review", SLUG, "--by", "ada-fiction")
    assert done.code == 2
    assert "add --yes" in done.err
    assert not (site.root / FILE).exists()


def test_a_file_that_cannot_be_read_whole_is_left_alone(site: Project):
    site.write(FILE, "reviews:\n  - by: ada-fiction\n")
    done = site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    assert done.code == 2
    assert f"{FILE}:2:5: part of the recorded reviews cannot be read" in done.err
    assert site.read(FILE) == "reviews:\n  - by: ada-fiction\n"


def test_a_record_that_was_edited_is_kept_and_still_counts_for_nothing(site: Project):
    site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    site.replace(FILE, "due: 2028-03-01", "due: 2038-03-01")
    assert "error[REV003]" in site.citewell("check").out
    site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    assert "due: 2038-03-01" in site.read(FILE)
    assert "error[REV003]" in site.citewell("check").out


def test_a_correction_of_spelling_keeps_the_review(site: Project):
    site.replace(ARTICLE, "causes of headaches", "causes of haedaches")
    site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    site.replace(ARTICLE, "causes of haedaches", "causes of headaches")
    assert "warning[REV007]" in site.citewell("check").out
    done = site.citewell("review", SLUG, "--by", "editorial-team", "--spelling", "--yes")
    assert f"  + {CORRECTED}" in done.out
    assert "REV007" not in site.citewell("check").out
    site.replace(ARTICLE, "Of 200 people, 40", "Of 200 people, 60")
    changed = site.citewell("review", SLUG, "--by", "editorial-team", "--spelling", "--yes")
    assert changed.code == 2
    assert 'a number, a unit, a negation or a word such as "may" or "most" differs' in changed.err
    assert "warning[REV007]" in site.citewell("check").out


def test_unchanged_words_have_no_spelling_to_declare(site: Project):
    site.citewell("review", SLUG, "--by", "ada-fiction", "--yes")
    refused = site.citewell("review", SLUG, "--by", "editorial-team", "--spelling", "--yes")
    assert (refused.code, "no sentence has changed since it was reviewed" in refused.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [("review", SLUG, "--from", "my-answers.csv", "--by", "ada-fiction"), ("verify", "--import", "verdicts.jsonl")],
)
def test_a_file_of_answers_that_is_not_there_is_named_as_that(site: Project, arguments: tuple[str, ...]):
    refused = site.citewell(*arguments)
    assert (refused.code, "does not exist" in refused.err) == (2, True)


def test_an_article_that_is_not_exported_gets_a_suggestion(site: Project):
    refused = site.citewell("verify", "--export", SLUG[:-1])
    assert f'did you mean "{SLUG}"?' in refused.err


def prepare(site: Project, verdicts: Mapping[str, str] | None = None, **more: Any) -> PreparedReview:
    """What a review with verdicts on some sentences, by their texts, would record."""
    context = read_context(site.root, SLUG, TODAY)
    claims = {claim.text: claim for claim in context.article.claims}
    given = tuple(
        RecordedVerdict(claims[text].id, digest_claim(claims[text], context.bibliography), ClaimVerdict(verdict))
        for text, verdict in (verdicts or {}).items()
    )
    return prepare_review(site.paths, ReviewRequest(SLUG, "ada-fiction", verdicts=given, **more), TODAY)


def anchors(prepared: PreparedReview) -> list[str]:
    return [each.anchor for each in prepared.sections]


@pytest.mark.parametrize("verdict", ["no", "wrong", "partly"])
def test_a_section_with_a_doubtful_claim_is_not_approved_by_accident(site: Project, verdict: str):
    prepared = prepare(site, {CORRECTED: verdict})
    assert "content" not in anchors(prepared)
    assert [(each.section.anchor, verdict in each.why) for each in prepared.left_out] == [("content", True)]
    save_record(prepared.article, prepared.record)
    again = prepare(site)
    assert [(each.section.anchor, "by ada-fiction" in each.why) for each in again.left_out] == [("content", True)]
    assert prepare(site, {CORRECTED: "yes"}).left_out == ()


def test_a_section_that_changed_since_it_was_read_is_not_approved(site: Project):
    context = read_context(site.root, SLUG, TODAY)
    read = {each.anchor: digest_section(each, context.bibliography) for each in list_sections(context.article)}
    assert prepare(site, as_read=read).left_out == ()
    site.replace(ARTICLE, "Of 200 people, 40", "Of 200 people, 60")
    prepared = prepare(site, as_read=read)
    assert [(each.section.anchor, each.why) for each in prepared.left_out] == [
        ("what-is-known", "it has changed since it was read")
    ]


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(site: Project):
    prepared = prepare(site)
    site.citewell("review", SLUG, "--by", "ben-story", "--yes")
    before = site.read(FILE)
    with pytest.raises(ChangedMeanwhile):
        save_record(prepared.article, prepared.record)
    assert site.read(FILE) == before
