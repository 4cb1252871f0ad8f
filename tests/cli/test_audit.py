"""``citewell audit`` where something is missing: one line says what, and how to get it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Project

from citewell.extras import EXTRAS


def test_without_the_extra_one_line_says_how_to_get_it(small: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(EXTRAS, "audit", EXTRAS["audit"]._replace(packages=("no_such_package",)))
    done = small.citewell("audit")
    assert (done.code, done.out) == (2, "")
    assert "packages that are not installed: no_such_package" in done.err
    assert "python3 scripts/audit.py installs them" in done.err


def test_without_chromium_one_line_says_so(small: Project, tmp_path: Path):
    done = small.citewell("audit", PATH=str(tmp_path), CITEWELL_CHROMIUM="")
    assert (done.code, done.out) == (2, "")
    assert "there is no Chromium or Chrome to open the pages with" in done.err
    assert "install Chromium, set CITEWELL_CHROMIUM to the path of one, then run this again" in done.err


def test_without_a_built_site_nothing_is_opened(small: Project):
    done = small.citewell("audit", CITEWELL_CHROMIUM="true")
    assert (done.code, done.out) == (2, "")
    assert "there is no built site in site/" in done.err


def test_a_program_that_is_no_browser_is_named(small: Project):
    small.write("site/index.html", "<!doctype html><title>A</title>")
    done = small.citewell("audit", CITEWELL_CHROMIUM="false")
    assert (done.code, done.out) == (2, "")
    assert "did not start as a Chromium" in done.err
