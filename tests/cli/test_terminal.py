"""Signs of life: only on a terminal, only when it takes long, and gone at the end."""

from __future__ import annotations

import io

import pytest
from tests.waiting import PATIENCE, wait_for

from citewell.cli import terminal
from citewell.cli.terminal import show_activity, show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "PATIENCE", 0.01)
    monkeypatch.setattr(terminal, "_TICK", 0.01)
    monkeypatch.setenv("TERM", "xterm")


def test_long_work_shows_that_it_goes_on_and_clears_the_line():
    screen = Terminal()
    with show_activity("Reading", screen):
        wait_for(screen.getvalue, "a sign of life")

    assert "\rReading … 0 s " in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[2K")


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "PATIENCE", PATIENCE)
    screen = Terminal()
    with show_activity("Reading", screen):
        pass

    assert screen.getvalue() == ""


def test_nothing_is_shown_where_nobody_looks():
    file = io.StringIO()
    with show_activity("Reading", file), show_activity("Reading", screen := Terminal()):
        wait_for(screen.getvalue, "a sign of life")  # where somebody looks

    assert file.getvalue() == ""


def test_a_bar_counts_what_is_done_and_is_taken_away():
    screen = Terminal()
    with show_progress("Looking", 4, screen) as advance:
        for _ in range(3):
            advance()

    assert "\rLooking [........................] 0 of 4 " in screen.getvalue()
    assert "\rLooking [##################......] 3 of 4 \r" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[2K")


def test_there_is_no_bar_where_nobody_looks_or_nothing_is_to_do():
    file, screen = io.StringIO(), Terminal()
    with show_progress("Looking", 4, file) as advance:
        advance()
    with show_progress("Looking", 0, screen):
        pass

    assert file.getvalue() == screen.getvalue() == ""
