"""Findings for people: a line each, which editors and terminals can jump to, then what to do about it.

The fix of a finding is for ``--fix`` and for programs: its hint says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from click import style

from citewell.formats.terminal_text import count_noun, make_visible

if TYPE_CHECKING:
    from citewell.diagnostics import Diagnostic
    from citewell.model.report import Report, Summary

_COLOURS: Final = {"error": "red", "warning": "yellow", "advice": "blue"}


def format_findings(report: Report, quiet: bool) -> Iterator[str]:
    """Lines with colours, which the terminal's side takes out where none are wanted; last the sum, unless ``quiet``."""
    for diagnostic in report.diagnostics:
        yield from _format_diagnostic(diagnostic)
    if not quiet:
        if report.diagnostics:
            yield ""
        yield format_summary(report.summary)
        fixable = sum(diagnostic.fix is not None for diagnostic in report.diagnostics)
        if fixable:
            yield f'"citewell check --fix" can fix {fixable:,} of these; --diff shows how.'


def format_summary(summary: Summary) -> str:
    """All of it in a line: ``2 errors, 1 warning in 1 of 5 files``."""
    files = count_noun(summary.files, "file")
    if not summary.files_with_findings:
        return style(f"No findings in {files}", fg="green")
    numbers = [
        style(count_noun(number, noun, plural), fg=_COLOURS[colour], bold=True)
        for number, noun, plural, colour in (
            (summary.errors, "error", "", "error"),
            (summary.warnings, "warning", "", "warning"),
            (summary.advice, "piece of advice", "pieces of advice", "advice"),
        )
        if number
    ]
    return f"{', '.join(numbers)} in {summary.files_with_findings:,} of {files}"


def _format_diagnostic(diagnostic: Diagnostic) -> Iterator[str]:
    severity = str(diagnostic.severity)
    label = style(f"{severity}[{diagnostic.code}]", fg=_COLOURS[severity], bold=True)
    place = style(make_visible(str(diagnostic.location)), bold=True)
    yield f"{place}: {label} {make_visible(diagnostic.message)}"
    if diagnostic.hint:
        yield f"    {style('hint:', fg='cyan')} {make_visible(diagnostic.hint)}"
