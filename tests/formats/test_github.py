"""Annotations: what GitHub reads as the end of a property, of a line or of the place is written out."""

from __future__ import annotations

from citewell.diagnostics import Diagnostic, Location, Severity
from citewell.formats.findings.github import format_findings
from citewell.model.report import Report


def annotation(location: Location, message: str = "wrong", hint: str | None = None) -> str:
    (line,) = format_findings(Report((Diagnostic("CIT001", Severity.ERROR, location, message, hint),)), quiet=True)
    return line


def test_signs_that_end_a_property_or_a_line_are_written_out():
    place = Location("content_src/100%, a:b\n.md", 3, 5, 3, 9)

    assert annotation(place, "50 %: a, b\r\nc", "x") == (
        "::error file=content_src/100%25%2C a%3Ab%0A.md,line=3,endLine=3,col=5,endColumn=8,title=CIT001"
        "::50 %25: a, b  c%0AHint: x"
    )


def test_nothing_steers_the_log_or_turns_its_direction():
    shown = annotation(Location("a.md"), "it says \x1b[31m", "or \u202etxt")

    assert shown.endswith("::it says \\x1b[31m%0AHint: or \\u202etxt")


def test_an_empty_place_has_one_column():
    assert ",line=1,endLine=1,col=4,endColumn=4," in annotation(Location("a.md", 1, 4, 1, 4))


def test_over_several_lines_there_are_no_columns():
    assert annotation(Location("a.md", 2, 7, 4, 1)) == "::error file=a.md,line=2,endLine=4,title=CIT001::wrong"
