"""Checking and correcting in turns comes to an end."""

from __future__ import annotations

from citewell.diagnostics import Diagnostic, Fix, Location, Severity
from citewell.fixes.apply_fixes import MOST_CHECKS, apply_fixes
from citewell.model.report import PathFilter

PLACE = Location("a.md", 1, 1, 1, 4)


class NeverRight:
    """A text with which two rules are never content."""

    def __init__(self) -> None:
        self.held = "one\n"

    def findings(self) -> tuple[Diagnostic, ...]:
        fix = Fix("write it", PLACE, "two" if self.held == "one\n" else "one")
        return (Diagnostic("CIT001", Severity.ERROR, PLACE, "not this one", None, fix),)

    def text(self, path: str) -> str:
        return {"a.md": self.held}[path]

    def update(self, _path: str, text: str) -> None:
        self.held = text


def test_rules_that_undo_each_other_do_not_go_on_for_ever():
    content = NeverRight()
    assert apply_fixes(content, PathFilter()) == MOST_CHECKS
    assert content.findings()
    assert content.held == "one\n"
