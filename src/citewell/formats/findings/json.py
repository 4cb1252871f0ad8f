"""Findings for programs: one JSON object, what is absent is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from citewell.diagnostics import Diagnostic, Fix, Location
    from citewell.model.report import Report

SUMMARY: Final = ("articles", "claims", "cited", "uncited", "waived", "references", "errors", "warnings")


def format_findings(report: Report, quiet: bool) -> Iterator[str]:  # noqa: ARG001 - a program gets the same either way
    """The report as one JSON object with ``diagnostics`` and ``summary``."""
    data = {
        "diagnostics": [_convert_diagnostic(diagnostic) for diagnostic in report.diagnostics],
        "summary": {name: getattr(report.summary, name) for name in SUMMARY},
    }
    yield json.dumps(data, indent=2)


def _convert_diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        **_convert_place(diagnostic.location),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "fix": _convert_fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _convert_fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, **_convert_place(fix.location), "replacement": fix.replacement}


def _convert_place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
