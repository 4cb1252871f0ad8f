"""A site with articles that were reviewed, changed, reviewed in part, overdue or never reviewed, as readers get it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.reviewing import PEOPLE, record_review
from tests.cli.project import SITES

from citewell.build import BuildResult, build
from citewell.preview import preview
from citewell.project import Project

TODAY = date(2026, 3, 1)
LATELY, LONG_AGO = date(2026, 2, 20), date(2024, 2, 20)
SITE = """\
name: Small Site
address: https://small.example/
publisher: Small Site
region: United Kingdom
emergency_number: 999
demonstration: false
policies:
  review: required
  unreviewed: withhold
  red_flag_sources: 1
waiver_kinds:
  - kind: advice
    label: Practical advice
  - kind: about-this-site
    label: Statement about this site
"""
TEXT = """\
---
title: Is it {name}?
description: What to know about an article that is {name}.
authors: [editorial-team]
published: 2026-02-15
topics: [reviews]
---

:::{{takeaway}}
Stress is one of several causes of headaches. [@example-page]
:::

## What is known

It may last for {name} hours. [@example-study] See [another](../changed/). [no source: advice]

## What to do

Rest. [no source: advice]
"""
NAMES = ("reviewed", "changed", "partial", "overdue", "expired", "doubted", "new")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reviewed")
    shutil.copytree(SITES / "small" / "content_src", root / "content_src")
    shutil.copyfile(SITES / "mkdocs.yml", root / "mkdocs.yml")
    content = root / "content_src"
    shutil.rmtree(content / "articles")
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    (content / "people.yml").write_text(PEOPLE, encoding="utf-8")
    for name in NAMES:
        (content / "articles" / name).mkdir(parents=True)
        (content / "articles" / name / "article.md").write_text(TEXT.format(name=name), encoding="utf-8")
    record_review(root, "reviewed", "ada-fiction", LONG_AGO)
    record_review(root, "reviewed", "ada-fiction", LATELY)
    record_review(root, "reviewed", "ben-story", LATELY, ["what-is-known"])
    record_review(root, "changed", "ada-fiction", LATELY)
    record_review(root, "partial", "ada-fiction", LATELY, ["what-is-known"])
    record_review(root, "overdue", "ada-fiction", LONG_AGO)
    record_review(root, "doubted", "ada-fiction", LONG_AGO.replace(year=2025))
    doubt = {"It may last for doubted hours.": "no"}
    record_review(root, "doubted", "ben-story", LATELY, ["what-is-known"], doubt)
    record_review(root, "expired", "ada-fiction", date(2023, 2, 20))
    changed = content / "articles" / "changed" / "article.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Rest.", "Rest a lot."), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(root: Path) -> BuildResult:
    return build(Project(root), TODAY, release=True)


def page(root: Path, path: str, folder: str = "site") -> LexborHTMLParser:
    return LexborHTMLParser((root / folder / path / "index.html").read_bytes())


def text_of(tree: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(each.text() for each in tree.css(selector)).split())


def test_articles_without_a_valid_review_hold_nothing_else_back(built: BuildResult):
    assert built.published is not None
    held = {card.slug for card in built.facts.articles.values() if card.withheld}
    assert held == {"changed", "partial", "expired", "doubted", "new"}


@pytest.mark.parametrize("name", ["changed", "partial", "expired", "doubted", "new"])
def test_a_withheld_article_leaves_a_short_page(root: Path, built: BuildResult, name: str):
    assert built.published
    tree = page(root, f"articles/{name}")
    shown = text_of(tree, "article")
    assert text_of(tree, "h1") == f"Is it {name}?"
    assert "This page is being reviewed" in shown
    assert "headaches" not in shown
    assert [each.attributes["content"] for each in tree.css("meta[name=robots]")] == ["noindex"]
    everywhere = [page(root, path) for path in (".", "articles", "topics/reviews", "articles/reviewed")]
    links = [each.attributes["href"] or "" for tree in everywhere for each in tree.css("a[href]") if each.text() != "another"]
    assert not [href for href in links if f"/{name}/" in href]


def test_a_reviewed_page_says_who_when_and_until_when(root: Path, built: BuildResult):
    assert built.published
    tree = page(root, "articles/reviewed")
    assert text_of(tree, ".byline .approved") == "Medically reviewed by Ada Fiction on 20 February 2026"
    shown = text_of(tree, "section.reviews")
    for said in (
        "Ada Fiction, Invented doctor, Example Register of Invented Doctors, number X-0001.",
        "Interests: None declared.",
        "The review covers the whole page.",
        "The next review is due on 20 February 2028.",
        "Read by Ben Story on 20 February 2026. This is not a medical review.",
        "The review covers these sections: “What is known”.",
        "Earlier reviews: Ada Fiction on 20 February 2024.",
    ):
        assert said in shown
    assert not tree.css("meta[name=robots], .demo")
    assert text_of(page(root, "topics/reviews"), ".approved") == "Medically reviewed"


def test_an_overdue_page_says_so(root: Path, built: BuildResult):
    assert built.published
    said = text_of(page(root, "articles/overdue"), ".byline .unreviewed")
    assert said == "Medically reviewed by Ada Fiction on 20 February 2024; the next review was due on 20 February 2026"


@pytest.fixture(scope="module")
def previewed(root: Path) -> Path:
    preview(Project(root), TODAY)
    return root


@pytest.mark.parametrize(
    ("name", "head", "section"),
    [
        (
            "changed",
            "Medically reviewed by Ada Fiction on 20 February 2026, and changed after that",
            "1 section changed after the review: “What to do”.",
        ),
        (
            "partial",
            "Partly medically reviewed by Ada Fiction on 20 February 2026",
            "2 sections have not been reviewed: “The beginning” and “What to do”.",
        ),
        (
            "doubted",
            "Medically reviewed by Ada Fiction on 20 February 2025, and doubted after that",
            "A reviewer doubts a statement in these sections: “What is known”.",
        ),
        ("new", "Not yet medically reviewed", ""),
    ],
)
def test_editors_see_a_withheld_article_whole(previewed: Path, name: str, head: str, section: str):
    tree = page(previewed, f"articles/{name}", ".citewell/preview/site")
    assert text_of(tree, ".byline .unreviewed") == head
    assert section in text_of(tree, "section.reviews")
    assert "headaches" in text_of(tree, "article")
