"""Findings as workflow commands of GitHub Actions, which shows each at its line of a pull request.

Source: GitHub Docs, "Workflow commands for GitHub Actions", ``::error file={name},line={line},…::{message}``; the
escapes are those of the ``command.ts`` in ``actions/toolkit``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from click import unstyle

from citewell.diagnostics import Severity
from citewell.formats.findings.text import format_summary
from citewell.formats.terminal_text import make_visible

if TYPE_CHECKING:
    from citewell.diagnostics import Diagnostic
    from citewell.model.report import Report

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def format_findings(report: Report, quiet: bool) -> Iterator[str]:
    """A workflow command a finding; last the sum for who reads the log, unless ``quiet``."""
    for diagnostic in report.diagnostics:
        yield _format_command(diagnostic)
    if not quiet:
        yield unstyle(format_summary(report.summary))


def _format_command(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    properties: dict[str, str | int] = {"file": place.path, "line": place.line, "endLine": place.end_line}
    if place.end_line == place.line:  # GitHub takes no columns beside more than one line
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    properties["title"] = diagnostic.code
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    words = make_visible(diagnostic.message) + (f"\nHint: {make_visible(diagnostic.hint)}" if diagnostic.hint else "")
    return f"::{_LEVELS[diagnostic.severity]} {listed}::{words.translate(_DATA)}"
