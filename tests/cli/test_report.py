"""``citewell report``: where it is written, and what it never writes over."""

from __future__ import annotations

import pytest
from tests.cli.project import Project

from citewell.extras import EXTRAS


def test_a_page_goes_into_a_file_and_is_replaced_by_the_next(small: Project):
    assert small.citewell("report", "--months", "0") == (0, "Wrote report.html.\n", "")
    first = small.read("report.html")
    assert first.startswith("<!doctype html>\n")

    small.replace("content_src/site.yml", "name: Small Site", "name: Another Name")
    assert small.citewell("report", "--months", "0").code == 0
    assert "Another Name: report to the team" in small.read("report.html")


def test_the_same_content_makes_the_same_page(small: Project):
    small.citewell("report", "--months", "0", "-o", "one.html")
    small.citewell("report", "--months", "0", "-o", "two.html")
    assert small.read("one.html") == small.read("two.html")


def test_json_is_printed_or_goes_into_a_file(small: Project):
    printed = small.citewell("report", "--months", "0", "--format", "json").out
    for _ in range(2):
        done = small.citewell("report", "--months", "0", "--format", "json", "-o", "report.json")
        assert done == (0, "Wrote report.json.\n", "")
    assert small.read("report.json") == printed


@pytest.mark.parametrize("path", ["content_src/site.yml", "mkdocs.yml"])
def test_another_file_is_never_replaced(small: Project, path: str):
    before = small.read(path)
    done = small.citewell("report", "--months", "0", "-o", path)
    assert (done.code, done.out) == (2, "")
    assert f"{path} is not a report, so it was not replaced" in done.err
    assert small.read(path) == before


def test_a_file_that_only_looks_like_a_report_is_not_replaced(small: Project):
    small.write("package.json", '{\n  "version": "1.0",\n  "site": "x"\n}\n')
    done = small.citewell("report", "--months", "0", "--format", "json", "-o", "package.json")
    assert (done.code, done.out) == (2, "")


def test_a_gap_needs_criteria(small: Project):
    done = small.citewell("report", "--fail-on-gap")
    assert (done.code, done.out) == (2, "")
    assert "--fail-on-gap needs --criteria" in done.err


def test_a_folder_that_is_not_there_is_one_line(small: Project):
    done = small.citewell("report", "--months", "0", "-o", "nowhere/report.html")
    assert (done.code, done.out) == (2, "")
    assert "nowhere/report.html: cannot be written (No such file or directory)" in done.err


def test_without_the_extra_one_line_says_which_and_json_needs_none(small: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(EXTRAS, "report", EXTRAS["report"]._replace(packages=("no_such_package",)))

    done = small.citewell("report", "--months", "0")

    assert (done.code, done.out) == (2, "")
    assert "packages that are not installed: no_such_package" in done.err
    assert "python3 scripts/report.py installs them; the report as JSON" in done.err
    assert small.citewell("report", "--months", "0", "--format", "json").code == 0


def test_a_damaged_lock_is_not_an_empty_one(small: Project):
    small.write("content_src/references.lock", "not a lock")
    done = small.citewell("report", "--months", "0", "--format", "json")
    assert (done.code, done.out) == (2, "")
    assert "content_src/references.lock:1: cannot be read" in done.err
