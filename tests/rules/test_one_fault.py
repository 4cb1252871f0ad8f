"""One fault, one finding: what follows from a problem is not reported beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.fixtures import TODAY

from citewell.workspace import Workspace

ARTICLE = """---
title: Is it a lump?
description: What a lump is.
type: symptom
authors: [anna-berg]
published: 2026-02-01
topics: [lumps]
emergency_link: Call now
---

:::{takeaway}
Most lumps are harmless. [@smith-2020]
:::

## What it is

A lump is a swelling. [@smith-2020]

:::{emergency}
- a lump that grows [@smith-2020]
:::

| Sign | When to get help |
|---|---|
| Fever | Today [@smith-2020] |

Table: When to get help
"""
PEOPLE = "people:\n- id: anna-berg\n  name: Anna Berg\n"
REFERENCES = "references:\n- id: smith-2020\n  type: book\n  title: Lumps\n"


def codes(root: Path, article: str = ARTICLE, people: str = PEOPLE, references: str = REFERENCES) -> set[str]:
    """The codes of all findings in a content."""
    files = {"site.yml": "publisher: x\n", "people.yml": people, "references/all.yml": references}
    for name, text in {**files, "articles/is-it-a-lump/article.md": article}.items():
        path = root / "content_src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {found.code for found in Workspace[None](root, TODAY).findings()}


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("title: Is", "titel: Is", "SRC013"),
        ("topics: [lumps]", "topics: lumps", "SRC015"),
        ("authors: [", "auhtors: [", "SRC013"),
        ("published: 2026-02-01", "published: soon", "SRC015"),
        ("description: What", "descripton: What", "SRC013"),
        ("topics: [lumps]", "topics: [lumps", "SRC005"),
        (":::{takeaway}", ":::{takaway}", "SRC021"),
        (":::{takeaway}", "::: {takeaway}", "SRC019"),
        (":::{emergency}", ":::{emergncy}", "SRC021"),
        ("is a swelling. [@smith-2020]", "is a swelling. [@ smith-2020]", "CIT011"),
        ("is a swelling. [@smith-2020]", "is a swelling. [@smith-2020", "CIT010"),
        ("is a swelling. [@smith-2020]", "is a swelling. [@smith-2020]\n\n!!! warning", "CIT040"),
        ("## What it is\n", "What it is\n----------\n", "SEC005"),
    ],
)
def test_one_fault_in_an_article_gives_one_finding(tmp_path: Path, right: str, wrong: str, code: str):
    assert right in ARTICLE
    usual = codes(tmp_path)
    assert codes(tmp_path, ARTICLE.replace(right, wrong, 1)) - usual == {code}


def test_while_no_person_could_be_read_no_author_is_unknown(tmp_path: Path):
    assert codes(tmp_path, people="people: [\n") - codes(tmp_path) == {"SRC005"}


def test_a_second_fault_elsewhere_is_still_reported(tmp_path: Path):
    wrong = ARTICLE.replace(":::{takeaway}", ":::{takaway}").replace("topics: [lumps]\n", "")
    assert codes(tmp_path, wrong) - codes(tmp_path) == {"SRC021", "ART010"}
