"""The code quality report: the shape that GitLab documents, and fingerprints that tell findings apart."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from citewell.diagnostics import Diagnostic, Location, Severity
from citewell.formats.findings.gitlab import format_findings
from citewell.model.report import Report

#: GitLab Docs, "Code Quality report format": every property is required, other properties are ignored.
SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def report(*found: Diagnostic) -> list[dict[str, Any]]:
    (text,) = format_findings(Report(found), quiet=False)
    read: list[dict[str, Any]] = json.loads(text)
    jsonschema.validate(read, SHAPE)
    return read


def finding(line: int, message: str = "wrong", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("CIT001", severity, Location("content_src/a.md", line, 3, line, 9), message, "do this")


def test_nothing_found_is_an_empty_list():
    assert report() == []


def test_a_finding_has_all_that_is_documented():
    (found,) = report(finding(7, "it says \x1b[31m"))
    del found["fingerprint"]
    assert found == {
        "description": "it says \\x1b[31m Hint: do this",
        "check_name": "CIT001",
        "severity": "major",
        "location": {"path": "content_src/a.md", "lines": {"begin": 7}},
    }


def test_a_warning_is_minor_and_advice_is_for_information():
    found = report(finding(1, severity=Severity.WARNING), finding(2, severity=Severity.ADVICE))
    assert [each["severity"] for each in found] == ["minor", "info"]


def test_a_fingerprint_stays_when_lines_are_added_above_and_differs_from_all_others():
    before = [each["fingerprint"] for each in report(finding(7), finding(9), finding(9, "other"))]
    after = [each["fingerprint"] for each in report(finding(8), finding(10), finding(10, "other"))]
    assert before == after
    assert len(set(before)) == 3
