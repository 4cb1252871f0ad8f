"""The head of an article: every key at its place, every fault in plain words, and the body read whatever happens."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.model.article import PublicationStatus
from citewell.model.source_location import SourceText
from citewell.model.yaml_problems import FrontMatterError
from citewell.source.front_matter import read_front_matter, split_front_matter
from tests.source.wording import detail_of, suggestion_of

WHOLE = """\
---
title: Can back pain be a sign of soft tissue sarcoma?
description: "How pain from a tumour can differ: an overview."
status: draft
authors: [editorial-team, a-person]
published: 2026-02-15
updated: 2026-03-01
topics:
  - back pain
  - soft tissue sarcoma
illustration:
  file: spine.svg
  alt: Side view of the lower spine
emergency_link: "Numbness? Call 999"
related_questions: [when-is-back-pain-an-emergency]
related_articles: []
---

Most back pain is not cancer. [@a]
"""


def read(yaml: str, body: str = "Body.\n"):
    """Front matter with these lines, and its problems as ``line:column kind detail (suggestion)``."""
    front, _, problems, _ = read_front_matter(SourceText("a.md", f"---\n{yaml}\n---\n{body}"), "back-pain")
    return front, [
        f"{problem.location.line}:{problem.location.column} {problem.kind} {detail_of(problem)}"
        + (f" ({suggestion_of(problem)})" if suggestion_of(problem) else "")
        for problem in problems
    ]


def test_every_key():
    source = SourceText("a.md", WHOLE)
    front, body_start, problems, _ = read_front_matter(source, "back-pain")
    assert problems == ()
    assert source.text[body_start:].startswith("\nMost back pain")
    assert front.status is PublicationStatus.DRAFT
    assert front.published is not None
    assert front.published.day == date(2026, 2, 15)
    assert front.updated is not None
    assert front.description is not None
    assert front.illustration is not None
    assert front.illustration.alt is not None
    assert front.emergency_link is not None
    placed = [
        front.title,
        front.description,
        *front.authors,
        *front.topics,
        front.illustration.file,
        front.illustration.alt,
        front.emergency_link,
        *(front.related_questions or ()),
    ]
    assert [item.text for item in placed] == [source.text[slice(*item.span)] for item in placed]
    assert str(source.locate(front.topics[1].span)) == "a.md:10:5"
    assert front.related_articles == ()


@pytest.mark.parametrize("title", ["no", "0123", "2026-02-15", "<script>alert(1)</script>", "{{ 7*7 }}", "a\u2014b"])
def test_a_title_is_the_text_that_was_typed(title):
    front, problems = read(f'title: "{title}"' if title.startswith("{") else f"title: {title}")
    assert front.title.text == title
    assert problems == []


def test_a_title_over_two_lines_is_one_line():
    front, _ = read("title: Can back pain\n  be cancer?")
    assert front.title.text == "Can back pain be cancer?"


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        ("title: x\nautors: [y]", "3:1 unknown-key autors (authors)"),
        ("title: x\nreviewers: [y]", "3:1 unknown-key reviewers"),
        ("title: x\nillustration:\n  file: a.svg\n  al: b", "5:3 unknown-key al (alt)"),
        ("title: x\nillustration:\n  alt: b", "4:3 missing-key file"),
        ("description: x", "2:1 missing-key title"),
        ("title:\nstatus: draft", '2:1 wrong-value "title" has no value (write one, or delete the line)'),
        (
            "title: [Back pain]",
            '2:8 wrong-value "title" must be one text, not a list',
        ),
        (
            "title: {{ 7*7 }}",
            "2:9 yaml-syntax a key must be one plain word",
        ),
        (
            "title: x\nstatus: publised",
            (
                '3:9 wrong-value "status" must be one of draft, published, withdrawn, not "publised" '
                '(did you mean "published"?)'
            ),
        ),
        (
            "title: x\nauthors: a-person",
            '3:10 wrong-value "authors" must be a list (write [one, two], or one "- item" a line)',
        ),
        (
            "title: x\nauthors: [a, '']",
            '3:15 wrong-value an item of "authors" has no value (write one, or delete the line)',
        ),
        (
            "title: x\nillustration: a.svg",
            '3:15 wrong-value "illustration" must hold "key: value" lines (write them on lines of their own, indented)',
        ),
        (
            "title: x\npublished: 15/2/2026",
            (
                '3:12 wrong-value "published" must be a day such as 2026-02-15, not "15/2/2026" '
                "(write a day such as 2026-02-15)"
            ),
        ),
        ("title: x\npublished: 2026-02-30", '3:12 wrong-value "published" is a day that does not exist: 2026-02-30'),
        ("- title", '2:1 wrong-value expected "key: value" lines here'),
        ("title: Pain # 1 symptom", '2:13 yaml-comment-after-value # 1 symptom ("Pain # 1 symptom")'),
    ],
)
def test_one_fault_gives_one_problem_at_its_place(yaml, problem):
    _, problems = read(yaml)
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_all_faults_at_once_and_everything_else_is_kept():
    front, problems = read(
        "title: x\ntitle: y\nauthors: [a, [b], c]\npublished: soon\n"
        "illustration:\n  alt: z\ntopics: [t]\nx: y\nstatus: draft"
    )
    assert [problem.split()[1] for problem in problems] == [
        "yaml-duplicate-key",
        "wrong-value",
        "wrong-value",
        "missing-key",
        "unknown-key",
    ]
    assert front.title.text == "x"
    assert [author.text for author in front.authors] == ["a", "c"]
    assert [topic.text for topic in front.topics] == ["t"]
    assert front.status is PublicationStatus.DRAFT
    assert front.published is None
    assert front.illustration is None


def test_an_empty_description_or_alternative_text_is_a_missing_one():
    front, problems = read('title: x\ndescription:\nillustration:\n  file: a.svg\n  alt: ""')
    assert problems == []
    assert front.description is None
    assert front.illustration is not None
    assert front.illustration.alt is None


def test_after_a_yaml_fault_nothing_is_called_missing():
    front, problems = read("status: draft\ntopics: [a\ntitle: x")
    assert [problem.split()[1] for problem in problems] == ["yaml-syntax"]
    assert front.title.text == "back-pain"
    assert front.status is PublicationStatus.DRAFT


def test_empty_front_matter_lacks_a_title():
    front, body_start, problems, _ = read_front_matter(SourceText("a.md", "---\n---\nBody"), "x")
    assert (front.title.text, body_start) == ("x", 8)
    assert [(problem.kind, detail_of(problem)) for problem in problems] == [("missing-key", "title")]


@pytest.mark.parametrize("text", ["Body.\n", "# Title\n\n---\n", "", "--- \ntext", "----\n"])
def test_no_front_matter(text):
    front, body_start, problems, _ = read_front_matter(SourceText("a.md", text), "x")
    kinds = [(problem.kind, detail_of(problem)) for problem in problems]
    if text.startswith("--- "):
        assert kinds == [
            ("front-matter", "the front matter has no closing line"),
            ("wrong-value", detail_of(problems[1])),
        ]
    else:
        assert (kinds, body_start) == ([("front-matter", "there is no front matter")], 0)
    assert front.title.text == "x"


def test_front_matter_below_the_first_line_is_noted_and_read():
    front, _, problems, _ = read_front_matter(SourceText("a.md", "\n\n---\ntitle: y\n---\nBody"), "x")
    assert front.title.text == "y"
    assert [detail_of(problem) for problem in problems] == ["the front matter does not begin in the first line"]


@pytest.mark.parametrize("body", ["\nBody begins.", "## Heading\n", ":::{takeaway}\n", "A sentence of prose. [@a]\n"])
def test_unclosed_front_matter_ends_where_the_body_must_begin(body):
    text = f"---\ntitle: y\nstatus: draft\n{body}"
    front, body_start, problems, _ = read_front_matter(SourceText("a.md", text), "x")
    assert [problem.kind for problem in problems] == ["front-matter"]
    assert front.title.text == "y"
    assert text[body_start:] == body


def test_unclosed_front_matter_and_nothing_else():
    assert split_front_matter(SourceText("a.md", "---\ntitle: y")) == ((4, 12), 12, FrontMatterError.NOT_CLOSED)
    assert split_front_matter(SourceText("a.md", "---")) == ((3, 3), 3, FrontMatterError.NOT_CLOSED)


def test_hidden_characters_are_found_in_the_whole_article():
    _, problems = read("title: Back\u200b pain", "Take 5\u202emg.\n")
    assert [problem.split()[:2] for problem in problems] == [
        ["2:12", "invisible-character"],
        ["4:7", "bidirectional-character"],
    ]


def test_related_lists_left_out_are_not_lists_that_are_empty():
    front, problems = read("title: a\nrelated_questions: []\nnot_related: [a-lump]")
    assert (front.related_questions, front.related_articles, problems) == ((), None, [])
    assert [each.text for each in front.not_related] == ["a-lump"]


def test_words_to_be_found_under():
    front, problems = read("title: a\nindex: [Lump, 'Swelling,  painless']")
    assert [each.text for each in front.index] == ["Lump", "Swelling, painless"]
    assert problems == []


def test_when_and_why_an_article_was_withdrawn():
    front, problems = read(
        "title: a\nwithdrawn:\n  date: 2026-03-01\n  reason: The study was\n    retracted.\n  instead: b"
    )
    assert problems == []
    assert front.withdrawal is not None
    assert front.withdrawal.date.day == date(2026, 3, 1)
    assert front.withdrawal.reason.text == "The study was retracted."
    assert front.withdrawal.instead is not None
    assert front.withdrawal.instead.text == "b"


def test_half_a_withdrawal_is_none_and_says_what_is_missing():
    front, problems = read("title: a\nwithdrawn: {date: 2026-03-01}")
    assert front.withdrawal is None
    assert problems == ["3:13 missing-key reason"]
    front, problems = read("title: a\nwithdrawn:")
    assert front.withdrawal is None
    assert problems == [
        '3:1 wrong-value "withdrawn" must hold "key: value" lines (write them on lines of their own, indented)'
    ]
