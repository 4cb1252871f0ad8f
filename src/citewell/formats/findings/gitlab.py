"""Findings as a code quality report of GitLab, which shows each at its line of a merge request.

Source: GitLab Docs, "Code Quality", "Code Quality report format": a JSON array whose objects have ``description``,
``check_name``, ``fingerprint``, ``severity`` (info, minor, major, critical or blocker), ``location.path`` and
``location.lines.begin``. GitLab takes two findings of one fingerprint for one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from citewell.diagnostics import Severity
from citewell.formats.terminal_text import make_visible

if TYPE_CHECKING:
    from citewell.diagnostics import Diagnostic
    from citewell.model.report import Report

_LEVELS: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def format_findings(report: Report, quiet: bool) -> Iterator[str]:  # noqa: ARG001 - a program gets the same either way
    """The report as one JSON array."""
    seen: Counter[tuple[str, str, str]] = Counter()
    yield json.dumps([_convert_diagnostic(each, seen) for each in report.diagnostics], indent=2)


def _convert_diagnostic(diagnostic: Diagnostic, seen: Counter[tuple[str, str, str]]) -> dict[str, Any]:
    """A finding; ``seen`` counts those that differ in nothing but their line."""
    place = diagnostic.location
    same = (diagnostic.code, place.path, diagnostic.message)
    # No line, so that a finding is still the same one when a line is added above it.
    digest = hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest()
    seen[same] += 1
    words = (diagnostic.message, f"Hint: {diagnostic.hint}" if diagnostic.hint else "")
    return {
        "description": make_visible(" ".join(filter(None, words))),
        "check_name": diagnostic.code,
        "fingerprint": digest,
        "severity": _LEVELS[diagnostic.severity],
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }
