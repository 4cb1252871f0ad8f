"""What a recorded review is still worth after something has changed: the text, a source, a person, or the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.reviewing import PEOPLE, read_context, record_review

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import digest_claim
from citewell.model.reviews import CorrectedClaim, ReviewRole, ReviewStage, SpellingCorrection
from citewell.project import Project
from citewell.reviews.file_text import write_review_file
from citewell.reviews.record_digest import seal_record
from citewell.reviews.state import find_review_state, summarise_reviews
from citewell.reviews.verdicts import find_current_verdicts
from citewell.reviews.verifications import find_verifications
from citewell.source.load import load

SLUG = "is-it-a-lump"
ON, TODAY = date(2026, 2, 1), date(2026, 3, 1)
TEXT = """\
---
title: Is it a lump?
authors: [editorial-team]
---

Most lumps are harmless. [@lumps]

## What to do

Wait for two weeks. [@lumps]

Show it to a doctor. [no source: advice]

## Tests

A scan shows it. [@scans, quote shows]
"""
REFERENCES = """\
references:
  - id: lumps
    type: webpage
    title: Lumps
    URL: https://example.org/lumps
  - id: scans
    type: webpage
    title: Scans
    URL: https://example.org/scans
    custom:
      quotes:
        - name: shows
          text: a scan shows it
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "site.yml": "publisher: Example\npolicies:\n  review_months: 12\n  review_grace: 30\n",
        "people.yml": PEOPLE,
        "references/a.yml": REFERENCES,
        f"articles/{SLUG}/article.md": TEXT,
    }
    for path, text in files.items():
        write(tmp_path, path, text)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / "content_src" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "content_src" / path).write_text(text, encoding="utf-8")


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / "content_src" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def article(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root, f"articles/{SLUG}/article.md", old, new)


def shared(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root, path, old, new)


def context(root: Path, today: date = TODAY) -> ArticleContext:
    return read_context(root, SLUG, today)


def stage(root: Path, today: date = TODAY, role: ReviewRole = ReviewRole.MEDICAL) -> ReviewStage:
    return find_review_state(context(root, today)).stage(role)


def lapsed(root: Path) -> list[str]:
    return [each.section.anchor for each in find_review_state(context(root)).lapsed(ReviewRole.MEDICAL)]


CHANGES: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a word": (article("two weeks", "three weeks"), ["what-to-do"]),
    "a sentence more": (article("Show it", "Do not press it. [no source: advice] Show it"), ["what-to-do"]),
    "a sentence less": (article("Show it to a doctor. [no source: advice]\n", ""), ["what-to-do"]),
    "a source instead of a waiver": (article("[no source: advice]", "[@lumps]"), ["what-to-do"]),
    "a page of the source": (article("weeks. [@lumps]", "weeks. [@lumps, p. 3]"), ["what-to-do"]),
    "the heading": (article("## Tests", "## Which tests"), ["which-tests"]),
    "the title": (article("Is it a lump", "Is this a lump"), ["content"]),
    "the order of two sections": (
        lambda root: write(
            root,
            f"articles/{SLUG}/article.md",
            TEXT.replace("## Tests\n\nA scan shows it. [@scans, quote shows]\n", "").replace(
                "## What", "## Tests\n\nA scan shows it. [@scans, quote shows]\n\n## What"
            ),
        ),
        [],
    ),
    "spaces and line ends": (article("Wait for two weeks.", "Wait for\ntwo  weeks."), []),
    "a topic": (article("authors:", "topics: [lumps]\nauthors:"), []),
    "the words of a named quote": (shared("references/a.yml", "text: a scan", "text: no scan"), ["tests"]),
    "the title of a source": (shared("references/a.yml", "title: Scans", "title: Scams"), ["tests"]),
    "the date of a source": (
        shared("references/a.yml", "    title: Scans\n", "    title: Scans\n    issued: 2020\n"),
        [],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_lapses_its_own_section_alone(root: Path, what: str):
    record_review(root, SLUG, "ada-fiction", ON)
    assert stage(root) is ReviewStage.VALID
    change, expected = CHANGES[what]
    change(root)
    assert lapsed(root) == expected
    assert stage(root) is (ReviewStage.LAPSED if expected else ReviewStage.VALID)


def test_a_new_section_was_never_reviewed(root: Path):
    record_review(root, SLUG, "ada-fiction", ON)
    article("## Tests", "## Signs\n\nIt grows. [@lumps]\n\n## Tests")(root)
    state = find_review_state(context(root))
    assert stage(root) is ReviewStage.PARTIAL
    assert [each.section.anchor for each in state.missing(ReviewRole.MEDICAL)] == ["signs"]


def test_parts_by_two_people_make_a_whole_review(root: Path):
    assert stage(root) is ReviewStage.NONE
    record_review(root, SLUG, "ada-fiction", ON, ["content", "tests"])
    assert stage(root) is ReviewStage.PARTIAL
    edit(
        root,
        "people.yml",
        "  - id: ben-story",
        PEOPLE.split("  - id: ada")[1].split("  - id: ben")[0].join(["  - id: eve", "  - id: ben-story"]),
    )
    record_review(root, SLUG, "eve-fiction", date(2026, 2, 15), ["what-to-do"])
    summary = summarise_reviews(context(root))
    assert (summary.stage, summary.by) == (ReviewStage.VALID, ("eve-fiction", "ada-fiction"))
    assert (summary.on, summary.due) == (date(2026, 2, 15), date(2027, 2, 1))


def test_of_several_reviews_of_a_section_the_newest_that_holds_counts(root: Path):
    record_review(root, SLUG, "ada-fiction", ON)
    article("two weeks", "three weeks")(root)
    record_review(root, SLUG, "ada-fiction", date(2026, 2, 10), ["what-to-do"])
    assert stage(root) is ReviewStage.VALID
    article("three weeks", "two weeks")(root)  # back to what was reviewed first
    assert stage(root) is ReviewStage.VALID
    article("two weeks", "four weeks")(root)
    assert lapsed(root) == ["what-to-do"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 2, 1), ReviewStage.VALID),
        (date(2027, 2, 2), ReviewStage.OVERDUE),
        (date(2027, 3, 3), ReviewStage.OVERDUE),
        (date(2027, 3, 4), ReviewStage.EXPIRED),
    ],
)
def test_a_review_is_due_and_then_counts_for_some_days(root: Path, today: date, expected: ReviewStage):
    record_review(root, SLUG, "ada-fiction", ON)
    assert stage(root, today) is expected
    assert summarise_reviews(context(root, today)).is_valid == (expected is not ReviewStage.EXPIRED)


def test_a_lay_review_is_never_a_medical_one(root: Path):
    record_review(root, SLUG, "ben-story", ON)
    summary = summarise_reviews(context(root))
    assert stage(root, role=ReviewRole.LAY) is ReviewStage.VALID
    assert (summary.stage, summary.lay, summary.by) == (ReviewStage.NONE, ON, ())


REFUSED: dict[str, Callable[[Path], None]] = {
    "an edited record": shared(f"reviews/{SLUG}.yml", "2027-02-01", "2037-02-01"),
    "a person who is gone": shared("people.yml", "id: ada-fiction", "id: somebody-else"),
    "a person of another role": shared("people.yml", "reviews: medical", "reviews: lay"),
    "a person without a register": shared("people.yml", "    register: Example Register of Invented Doctors\n", ""),
    "an author": article("authors: [editorial-team]", "authors: [ada-fiction]"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_record_that_does_not_count_is_worth_nothing(root: Path, what: str):
    record_review(root, SLUG, "ada-fiction", ON)
    REFUSED[what](root)
    assert stage(root) is ReviewStage.NONE
    assert len(find_review_state(context(root)).refused) == 1


def test_an_article_that_was_renamed_keeps_its_reviews(root: Path):
    record_review(root, SLUG, "ada-fiction", ON)
    content = root / "content_src"
    (content / "articles" / SLUG).rename(content / "articles" / "lumps")
    (content / "reviews" / f"{SLUG}.yml").rename(content / "reviews" / "lumps.yml")
    assert find_review_state(read_context(root, "lumps", TODAY)).stage(ReviewRole.MEDICAL) is ReviewStage.NONE
    edit(root, "articles/lumps/article.md", "authors:", f"redirects: {SLUG}\nauthors:")
    assert find_review_state(read_context(root, "lumps", TODAY)).stage(ReviewRole.MEDICAL) is ReviewStage.VALID


def test_a_file_is_read_as_it_was_written(root: Path):
    record_review(root, SLUG, "ada-fiction", ON, verdicts={"A scan shows it.": "no"})
    file = next(each for each in load(Project(root)).articles).reviews
    review = file.reviews[0]
    odd = replace(
        review, note='A "note": with # and \\ and “more”', verdicts=(replace(review.verdicts[0], note="yes"),)
    )
    text = write_review_file(replace(file, reviews=(odd,)))
    write(root, f"reviews/{SLUG}.yml", text)
    again = next(each for each in load(Project(root)).articles).reviews
    assert again.reviews[0].note == odd.note
    assert again.reviews[0].sections == review.sections
    assert again.reviews[0].verdicts[0].note == "yes"
    assert write_review_file(again) == text


@pytest.mark.parametrize("verdict", ["no", "wrong", "partly", "cannot-tell"])
def test_a_doubt_after_the_signature_ends_the_review_of_its_section(root: Path, verdict: str):
    record_review(root, SLUG, "ada-fiction", ON)
    record_review(root, SLUG, "ben-story", TODAY, ["content"], {"Most lumps are harmless.": verdict})
    ended = verdict != "cannot-tell"
    assert lapsed(root) == (["content"] if ended else [])
    assert stage(root) is (ReviewStage.DOUBTED if ended else ReviewStage.VALID)
    assert summarise_reviews(context(root)).is_valid is not ended

    record_review(root, SLUG, "ben-story", TODAY, ["content"], {"Most lumps are harmless.": "yes"})
    assert stage(root) is ReviewStage.VALID, "the same person says otherwise"


def test_a_doubt_about_words_that_were_changed_since_is_a_change(root: Path):
    record_review(root, SLUG, "ada-fiction", ON)
    record_review(root, SLUG, "ben-story", TODAY, ["content"], {"Most lumps are harmless.": "no"})
    article("Most lumps", "Many lumps")(root)
    assert stage(root) is ReviewStage.LAPSED


def test_a_correction_of_spelling_settles_no_doubt(root: Path):
    edit(root, f"articles/{SLUG}/article.md", "harmless", "harmles")
    record_review(root, SLUG, "ada-fiction", ON, verdicts={"Most lumps are harmles.": "no"})
    before = context(root)
    edit(root, f"articles/{SLUG}/article.md", "harmles", "harmless")
    after = context(root)
    was, now = (
        next((claim, digest_claim(claim, each.bibliography)) for claim in each.article.claims if "Most" in claim.text)
        for each in (before, after)
    )
    claim = CorrectedClaim(was[1], now[1], was[0].text, now[0].text)
    record = seal_record(SLUG, SpellingCorrection("editorial-team", TODAY, "", (claim,)))
    corrected = replace(after, article=replace(after.article, reviews=replace(after.reviews, spelling=(record,))))

    (section,) = find_review_state(corrected).lapsed(ReviewRole.MEDICAL)
    sign_off = section.sign_offs[ReviewRole.MEDICAL]
    assert not sign_off.changes, "the correction changed nothing"
    assert [each.verdict.verdict for each in sign_off.doubts] == ["no"]
    assert [each.verdict.verdict for each in find_current_verdicts(corrected)[now[0].id]] == ["no"]
    assert now[0].id not in find_verifications(corrected)
    assert not find_current_verdicts(after)
