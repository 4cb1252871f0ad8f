"""``citewell check --fix`` and ``--diff``: the corrections that are certain, made or shown."""

from __future__ import annotations

import click

from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_difference, write_lines
from citewell.fixes.apply_fixes import apply_fixes
from citewell.fixes.difference import format_difference
from citewell.fixes.save import save_changes
from citewell.formats import FINDINGS
from citewell.formats.terminal_text import count_noun
from citewell.model.report import PathFilter, Report, make_report
from citewell.project import Project
from citewell.rules import CheckOptions
from citewell.workspace import Workspace


def fix_content(  # noqa: PLR0913 - the options of one command
    project: Project, part: PathFilter, style: str, *, release: bool, quiet: bool, diff: bool, advise: bool
) -> int:
    """Fix a part of the content and report what is left; with ``diff`` show the changes and write nothing.

    Messages about the work itself go to standard error, so that the output stays a report or a diff.
    """
    options = CheckOptions(release, tidy=True, advise=advise)
    content: Workspace[None] = Workspace(project, today(), options, editing=True)
    with show_activity("Fixing the content"):
        made = apply_fixes(content, part)
    report = make_report(content.facts, content.findings(), part)
    changes = content.changes
    if diff:
        write_difference(line for change in changes for line in format_difference(change))
    else:
        save_changes(changes)
        write_lines(FINDINGS.load(style).format_findings(report, quiet))
    if not quiet:
        click.echo(_summarise_fixes(made, len(changes), report, diff), err=True)
    return 1 if report.summary.errors or (diff and changes) else 0


def _summarise_fixes(made: int, files: int, report: Report, diff: bool) -> str:
    """All of it in a line, such as ``Fixed 3 problems in 2 files``, and a stop."""
    done = f" {count_noun(made, 'problem')} in {count_noun(files, 'file')}" if files else ""
    if not diff:
        return f"Fixed{done}." if done else "Nothing to fix."
    left = f"; {count_noun(report.summary.errors, 'error')} would be left" if report.summary.errors else ""
    return f"Would fix{done}{left}. Nothing was changed." if done else f"Nothing to fix{left}."
