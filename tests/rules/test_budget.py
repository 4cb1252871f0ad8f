"""What is left out of a long list of findings: never an error that nobody hears of."""

from __future__ import annotations

from pathlib import Path

from tests.rules.fixtures import TODAY

from citewell.diagnostics import Diagnostic, Fix, Location, Severity, has_errors
from citewell.rules.budget import MOST, within_budget
from citewell.workspace import Workspace


def finding(line: int, severity: Severity = Severity.WARNING, path: str = "a.md", code: str = "CIT001") -> Diagnostic:
    return Diagnostic(code, severity, Location(path, line), "x")


def test_what_is_left_out_is_as_grave_as_the_gravest_of_it():
    found = [finding(line) for line in range(MOST)]
    found += [finding(MOST), finding(MOST + 1, Severity.ERROR), finding(MOST + 2, Severity.ADVICE)]
    listed, (rest,) = within_budget(found)
    assert listed == found[:MOST]
    assert (rest.number, rest.severity, rest.place.line) == (3, Severity.ERROR, MOST)


def test_files_and_rules_are_counted_apart():
    found = [finding(line, path=path, code=code) for path in "ab" for code in "CD" for line in range(MOST)]
    assert within_budget(found).left_out == []


def test_a_single_one_is_listed():
    assert within_budget([finding(line) for line in range(MOST + 1)]).left_out == []


def test_what_is_about_to_be_fixed_is_never_left_out():
    fix = Fix("x", Location("a.md"), "")
    found = [Diagnostic("CIT001", Severity.ERROR, Location("a.md", line), "x", fix=fix) for line in range(3 * MOST)]
    assert len(within_budget(found, keep_fixes=True).listed) == 3 * MOST
    assert len(within_budget(found).listed) == MOST


def article(root: Path, body: str, front: str = "") -> None:
    place = root / "content_src" / "articles" / "a" / "article.md"
    place.parent.mkdir(parents=True)
    place.write_text(f"---\ntitle: A\n{front}---\n\n{body}\n", encoding="utf-8")


def test_a_check_of_many_errors_fails_and_says_how_many_there_are(tmp_path: Path):
    article(tmp_path, "Backs hurt. " * 5_000)
    found = Workspace[None](tmp_path, TODAY).findings()
    assert has_errors(found)
    assert [each.message for each in found if each.code == "SRC045"] == [
        "here and below there are 4,900 more findings of CIT002 in this file"
    ]
    assert len(found) < 2 * MOST


def test_warnings_stay_warnings(tmp_path: Path):
    article(tmp_path, "See [the page](http://a.org). [@k]\n\n" * 300)
    (more,) = [each for each in Workspace[None](tmp_path, TODAY).findings() if "LNK004" in each.message]
    assert more.severity is Severity.WARNING
