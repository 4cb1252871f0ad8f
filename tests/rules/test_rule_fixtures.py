"""Every rule on small contents: the ``.md`` file named after it says what is written and what the rule then finds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.rules.fixtures import Case, cases, findings, in_words, write

from citewell.diagnostics import Diagnostic
from citewell.rules import discover

CODES = {rule.name.replace("-", "_"): rule.code for rule in discover()}
CASES = list(cases())


def ids(case: Case) -> str:
    return f"{case.rule}: {case.title}"


def forbid_with(monkeypatch: pytest.MonkeyPatch):
    def forbid(path: Path) -> None:
        really = os.open

        def guarded(asked, *arguments, **options):
            if Path(asked) == path:  # chmod does not stop an administrator, and tests may run as one
                raise PermissionError(13, "Permission denied")
            return really(asked, *arguments, **options)

        monkeypatch.setattr(os, "open", guarded)

    return forbid


@pytest.mark.parametrize("case", [pytest.param(case, id=ids(case)) for case in CASES])
def test_rule_finds_what_its_fixture_says(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(case, tmp_path, forbid_with(monkeypatch))
    own = [found for found in findings(tmp_path, case.release) if found.code == CODES[case.rule]]
    assert "".join(map(in_words, own)) == case.findings


@pytest.mark.parametrize("name", sorted(rule.name for rule in discover()))
def test_fixture_shows_the_rule_both_ways(name: str):
    own = [case for case in CASES if case.rule.replace("_", "-") == name]
    assert any(case.findings for case in own), f"tests/rules/{name.replace('-', '_')}.md needs a case with a finding"
    assert not all(case.findings for case in own), f"tests/rules/{name.replace('-', '_')}.md needs one without"


def test_findings_stand_in_reading_order(tmp_path: Path):
    article = tmp_path / "content_src" / "articles" / "x" / "article.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitle: X\n---\n\nOne. [@a]\n\n<b>Two.</b> [@a]\n", encoding="utf-8")
    found: list[Diagnostic] = list(findings(tmp_path, release=False))
    assert found == sorted(found, key=lambda each: each.sort_key)
