"""``citewell refs impact``: every statement, article and owner that depends on references."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date

import pytest
from tests.cli.project import Project

from citewell.model.evidence import Lock, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.lock_text import write_lock_text
from citewell.source.load import load

SLUG = "can-stress-cause-headaches"
PATH = f"content_src/articles/{SLUG}/article.md"
OTHER = """---
title: An older article
description: It was withdrawn.
status: {status}
authors: [editorial-team, nobody]
published: 2026-02-15
topics: [headache]
{more}---

:::{{takeaway}}
It throbs on one side. [@example-review]
It presses. [@example-study; @doi:10.1000/example.2]
:::
"""
WITHDRAWN = "withdrawn:\n  date: 2026-02-20\n  reason: Its source went.\n"


@pytest.fixture
def known(small: Project) -> Project:
    """The small site with a draft, and a lock in which one reference is broken and one was retracted."""
    small.write("content_src/articles/other/article.md", OTHER.format(status="draft", more=""))
    write_lock(small)
    return small


def write_lock(project: Project) -> None:
    references = load(project.root).site.bibliography.references
    day = date(2026, 2, 15)
    looked = {
        key: LockedReference(compute_fingerprint(each), Verdict.OK, day, "It is there.")
        for key, each in references.items()
    }
    notice = Notice(NoticeKind.RETRACTION, "Crossref", "2025", doi="10.1000/notice")
    looked["example-review"] = replace(looked["example-review"], notices=(notice,))
    looked["example-page"] = replace(looked["example-page"], verdict=Verdict.BROKEN, failed_on=(day,))
    del looked["example-study"]
    project.write("content_src/references.lock", write_lock_text(Lock(looked)))


def listed(project: Project, *arguments: str):
    done = project.citewell("refs", "impact", *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_programs_get_every_statement_article_and_owner(known: Project):
    found = listed(known, "example-review")

    assert list(found) == ["references", "claims", "articles", "owners"]
    assert found["references"] == [
        {
            "key": "example-review",
            "title": "An example review",
            "verdict": "ok",
            "checked": "2026-02-15",
            "notices": ["retraction"],
        }
    ]
    assert [(each["article"], each["line"], each["text"], each["only"]) for each in found["claims"]] == [
        (SLUG, 16, "Of 200 people, 40 had a headache in a stressful week.", False),
        (SLUG, 26, "It throbs.", True),
        ("other", 11, "It throbs on one side.", True),
        ("other", 12, "It presses.", False),
    ]
    assert all(each["keys"] == ["example-review"] for each in found["claims"])
    throbs = found["claims"][1]
    assert list(throbs) == ["id", "path", "line", "column", "text", "article", "keys", "only", "no_sound"]
    assert known.read(throbs["path"]).splitlines()[throbs["line"] - 1][throbs["column"] - 1 :].startswith("It throbs.")
    assert throbs["id"] in known.citewell("claims", "--format", "json").out
    assert found["articles"] == [
        {
            "slug": SLUG,
            "title": 'Can <stress> & "worry" cause headaches?',
            "status": "published",
            "path": PATH,
            "claims": 2,
            "owners": ["editorial-team"],
        },
        {
            "slug": "other",
            "title": "An older article",
            "status": "draft",
            "path": "content_src/articles/other/article.md",
            "claims": 2,
            "owners": ["editorial-team", "nobody"],
        },
    ]
    assert found["owners"] == [
        {"id": "editorial-team", "name": "Small Site team", "articles": 2, "claims": 4},
        {"id": "nobody", "name": "nobody", "articles": 1, "claims": 2},
    ]


def test_a_statement_with_two_of_the_references_loses_all_support(known: Project):
    both = listed(known, "example-review", "example-study")
    assert [each["keys"] for each in both["claims"] if each["text"] == "It presses." and each["only"]] == [
        ["example-study", "example-review"]
    ]


def test_people_read_where_each_statement_stands_and_what_has_no_other_source(known: Project):
    done = known.citewell("refs", "impact", "example-review")

    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[:2] == ["example-review  ok, retraction, checked on 2026-02-15", "  An example review"]
    assert f'Can <stress> & "worry" cause headaches?  ({SLUG}, published)' in lines
    assert "An older article  (other, draft)" in lines
    assert "  Authors: Small Site team, nobody" in lines
    at = next(number for number, line in enumerate(lines) if line.startswith(f"  {PATH}:26:"))
    assert lines[at].endswith("  no other source")
    assert lines[at + 1] == "    It throbs.  [example-review]"
    assert not next(line for line in lines if line.startswith(f"  {PATH}:16:")).endswith("no other source")
    assert "  Small Site team (editorial-team): 4 statements in 2 pages" in lines
    assert lines[-2:] == [
        "4 statements in 2 pages depend on 1 reference.",
        "2 of 4 statements have no other source.",
    ]


def test_a_statement_whose_other_sources_all_have_a_problem_is_marked_too(known: Project):
    claims = {each["text"]: each for each in listed(known, "example-study")["claims"]}
    assert (claims["It presses."]["only"], claims["It presses."]["no_sound"]) == (False, True)

    done = known.citewell("refs", "impact", "example-study")

    lines = done.out.splitlines()
    at = lines.index("    It presses.  [example-study]")
    assert lines[at - 1].endswith("  no other source without a problem")
    assert lines[-1].endswith("more has no other source without a problem.") or lines[-1].endswith(
        "more have no other source without a problem."
    )
    (known.root / "content_src/references.lock").unlink()
    assert "without a problem" not in known.citewell("refs", "impact", "example-study").out


def test_withdrawn_articles_are_marked(known: Project):
    text = OTHER.format(status="withdrawn", more=WITHDRAWN)
    known.write("content_src/articles/other/article.md", text)
    assert "An older article  (other, withdrawn)" in known.citewell("refs", "impact", "example-review").out


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["doi:10.1000/EXAMPLE.2"], ["example-review"]),
        (["@example-page", "example-page"], ["example-page"]),
        (["--verdict", "broken"], ["example-page"]),
        (["--verdict", "unchecked"], ["example-study"]),
        (["--verdict", "retracted"], ["example-review"]),
        (["--verdict", "ok", "--verdict", "broken"], ["example-page", "example-review"]),
        (["--publisher", "the EXAMPLE health"], ["example-page"]),
        (["--publisher", "Example Reviews"], ["example-review"]),
        (["--publisher", "Example Reviews", "--verdict", "broken"], []),
        (["example-page", "example-study", "--verdict", "unchecked"], ["example-study"]),
    ],
)
def test_references_are_chosen_by_key_identifier_publisher_and_how_they_stand(known: Project, arguments, keys):
    assert [each["key"] for each in listed(known, *arguments)["references"]] == keys


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exmaple-review"], 'no reference has the key "exmaple-review"; did you mean "example-review"?'),
        (["zzz"], 'no reference has the key "zzz"; "citewell refs list" shows all'),
        (["doi:10.1000/nothing"], 'no reference has the key "doi:10.1000/nothing"'),
        (["--publisher", "Exampel Health"], 'no reference is published by "Exampel Health"; did you mean "Example He'),
        (["--verdict", "dead"], "'dead' is not one of"),
        ([], "say which references are meant"),
    ],
)
def test_what_is_not_there_is_a_slip_and_the_nearest_is_named(known: Project, arguments, said):
    done = known.citewell("refs", "impact", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_reference_that_nothing_rests_on_and_a_state_that_none_is_in(small: Project):
    small.replace(
        "content_src/references/all.yml", "references:\n", "references:\n  - {id: new, type: book, title: New}\n"
    )
    assert small.citewell("refs", "impact", "new").out.splitlines()[-1] == "No statement depends on it."
    assert small.citewell("refs", "impact", "--verdict", "broken") == (0, "No reference has that verdict.\n", "")
    assert listed(small, "--verdict", "broken") == {"references": [], "claims": [], "articles": [], "owners": []}


def test_it_needs_nothing_of_the_extra(known: Project, monkeypatch):
    for name in ("httpx", "hishel", "trafilatura", "pypdf", "rapidfuzz", "bibtexparser", "rispy"):
        monkeypatch.setitem(sys.modules, name, None)
    assert known.citewell("refs", "impact", "example-page").code == 0
