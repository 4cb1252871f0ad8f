"""``citewell check --fix`` and ``--diff``: the corrections that are certain, made or shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

import click

from citewell.build import examine
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_lines
from citewell.fixes.apply_fixes import mend
from citewell.fixes.difference import difference
from citewell.fixes.overlay import Desk
from citewell.fixes.save import save
from citewell.formats import FINDINGS
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.report import PathFilter, Report, make_report
from citewell.project import Project

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def fix_content(  # noqa: PLR0913 - the options of one command
    project: Project, part: PathFilter, style: str, *, release: bool, quiet: bool, diff: bool, advise: bool
) -> int:
    """Mend a part of the content and report what is left; with ``diff`` show the changes and write nothing.

    What is said about the work itself goes to the standard error, so that the output stays a report or a diff.
    """
    desk = Desk()
    with show_activity("Fixing the content"):
        examined = mend(desk, lambda desk: examine(project, today(), release, desk=desk, advise=advise), part)
    report = make_report(examined.site, examined.diagnostics, part)
    if diff:
        _show_diff(line for change in desk.changes for line in difference(change))
    else:
        save(desk.changes)
        write_lines(FINDINGS.load(style).format_findings(report, quiet))
    if not quiet:
        click.echo(_summarise_fixes(desk, report, diff), err=True)
    return 1 if report.summary.errors or (diff and desk.changes) else 0


def _show_diff(diff: Iterator[str]) -> None:
    """Write a diff: for people in colours and without what could steer their terminal; for programs as it is."""
    if sys.stdout.isatty():
        write_lines(click.style(make_visible(line), fg=_COLOURS.get(line[:1])) for line in diff)
    else:
        write_lines(diff, exact=True)


def _summarise_fixes(desk: Desk, report: Report, diff: bool) -> str:
    """All of it in a line, such as ``Fixed 3 problems in 2 files``, and a stop."""
    done = f" {count_noun(desk.made, 'problem')} in {count_noun(len(desk.changes), 'file')}" if desk.changes else ""
    if not diff:
        return f"Fixed{done}." if done else "Nothing to fix."
    left = f"; {count_noun(report.summary.errors, 'error')} would be left" if report.summary.errors else ""
    return f"Would fix{done}{left}. Nothing was changed." if done else f"Nothing to fix{left}."
