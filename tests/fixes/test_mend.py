"""Looking and correcting in turns comes to an end."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from citewell.fixes.overlay import Desk

from citewell.diagnostics import Diagnostic, Fix, Location, Severity
from citewell.fixes.apply_fixes import MOST_LOOKS, mend
from citewell.model.report import PathFilter
from citewell.source.files import ARTICLE, SourceFile


class Looked(NamedTuple):
    diagnostics: tuple[Diagnostic, ...]


def test_rules_that_undo_each_other_do_not_go_on_for_ever(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("one\n", encoding="utf-8")
    desk = Desk()

    def look(desk: Desk) -> Looked:
        there = desk.read(SourceFile(path, "a.md"), ARTICLE).data
        place = Location("a.md", 1, 1, 1, 4)
        fix = Fix("write it", place, "two" if there == b"one\n" else "one")
        return Looked((Diagnostic("CIT001", Severity.ERROR, place, "not this one", None, fix),))

    left = mend(desk, look, PathFilter())

    assert desk.made == MOST_LOOKS
    assert left.diagnostics
    assert desk.changes == ()
