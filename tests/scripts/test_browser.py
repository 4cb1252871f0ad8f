"""Which browser the tests use."""

from __future__ import annotations

from pathlib import Path

import pytest

from _browser import find_browser
from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A PATH with nothing on it yet, and nothing asked for; returns how to put a program there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("citewell.outputs.pdf.chromium.MAC", str(tmp_path / "Chrome"))  # macOS keeps it off the PATH
    monkeypatch.delenv(CHROMIUM_VARIABLE, raising=False)

    def add(name):
        program = tmp_path / name
        program.touch(mode=0o755)
        return str(program)

    return add


def test_the_one_that_is_asked_for_comes_first(programs, monkeypatch):
    programs("chromium")
    monkeypatch.setenv(CHROMIUM_VARIABLE, programs("my-browser"))

    assert find_browser().endswith("/my-browser")


def test_one_that_is_asked_for_and_not_there_is_an_error_and_not_another_browser(programs, monkeypatch):
    programs("chromium")
    monkeypatch.setenv(CHROMIUM_VARIABLE, "/nowhere/chromium")

    with pytest.raises(SystemExit, match="CITEWELL_CHROMIUM names /nowhere/chromium, which is not a program"):
        find_browser()


def test_chromium_is_preferred_to_chrome(programs):
    chrome = programs("google-chrome")
    assert find_browser() == chrome

    chromium = programs("chromium")
    assert find_browser() == chromium


@pytest.mark.usefixtures("programs")
def test_without_one_and_without_apt_it_says_what_to_do():
    with pytest.raises(SystemExit, match=r"Install it \(apt-get install chromium\), or set CITEWELL_CHROMIUM"):
        find_browser()


APT = """#!/bin/sh
echo "$DEBIAN_FRONTEND: $*" >> {folder}/asked
case "$*" in *install*chromium*) : > {folder}/chromium; /bin/chmod 755 {folder}/chromium;; esac
exit {status}
"""


@pytest.fixture
def apt(programs, tmp_path):
    """A machine with apt-get, and with what it takes to run it; returns what apt-get was asked for."""

    def answer(status):
        Path(programs("apt-get")).write_text(APT.format(folder=tmp_path, status=status))
        Path(programs("sudo")).write_text('#!/bin/sh\n[ "$1" = --non-interactive ] && shift\nexec "$@"\n')
        (tmp_path / "env").symlink_to("/usr/bin/env")
        return tmp_path / "asked"

    return answer


def test_debians_own_package_is_installed_without_a_question(apt):
    asked = apt(0)

    assert find_browser().endswith("/chromium")
    update, install = asked.read_text().splitlines()
    assert update.startswith("noninteractive: ")
    assert update.endswith(" update")
    assert " install --yes " in install


def test_if_the_package_cannot_be_installed_it_says_what_to_do(apt):
    apt(100)

    with pytest.raises(SystemExit, match="The tests need Chromium or Chrome"):
        find_browser()
