"""``citewell check --advise``: advice is there for those who ask, and nobody else notices it."""

from __future__ import annotations

import json

import pytest
from tests.cli.project import Project

REFERENCES = "content_src/references/all.yml"
ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"


@pytest.fixture
def astray(small: Project) -> Project:
    """A site without a fault, one of whose sources now seems to be about something else."""
    small.replace(REFERENCES, "title: Example page", "title: Asthma in children")
    return small


def test_advice_is_shown_only_to_those_who_ask_and_never_fails(astray: Project):
    plain = astray.citewell("check")
    advised = astray.citewell("check", "--advise")

    assert "advice" not in plain.out
    assert f"{ARTICLE}:11:" in advised.out
    assert 'advice[CIT030] "Asthma in children" has no word in common with this statement' in advised.out
    assert "6 pieces of advice in" in advised.out
    assert plain.code == advised.code == astray.citewell("check", "--advise", "--release", "-q", ARTICLE).code == 0


def test_advice_counts_neither_as_error_nor_as_warning(astray: Project):
    plain, advised = (
        json.loads(astray.citewell("check", "--format", "json", *options).out) for options in ((), ("--advise",))
    )
    assert advised["summary"] == plain["summary"]
    assert {found["severity"] for found in plain["diagnostics"]} <= {"error", "warning"}
    assert {found["code"] for found in advised["diagnostics"] if found["severity"] == "advice"} == {"CIT030", "REV011"}


def test_advice_is_a_notice_on_github(astray: Project):
    out = astray.citewell("check", "--advise", "--format", "github").out
    assert f"::notice file={ARTICLE},line=11," in out
    assert "::advice" not in out


def test_mending_gives_advice_only_when_asked(astray: Project):
    assert "advice" not in astray.citewell("check", "--fix").out
    assert "advice[CIT030]" in astray.citewell("check", "--fix", "--advise").out


def test_explain_says_when_advice_is_given(small: Project):
    assert "(advice, shown only with --advise; looks at" in small.citewell("explain", "CIT030").out
