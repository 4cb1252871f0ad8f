"""Check the content against every rule.

No site is made. With ``--fix`` and ``--diff`` the fixes that are certain are made or shown.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.fix import fix_content
from citewell.cli.project import locate_in_content, today
from citewell.cli.terminal import show_activity, write_lines
from citewell.formats import FINDINGS
from citewell.model.report import PathFilter, make_report
from citewell.project import find_project
from citewell.result_store import open_results
from citewell.rules import CheckOptions
from citewell.workers import count_processors, work_ahead
from citewell.workspace import KeptResults, Workspace, prepare_results

EPILOG = """\b
Examples:
  citewell check                                all of the content
  citewell check content_src/articles/my-slug   what concerns one article
  citewell check --diff                         show what --fix would change
  citewell check --fix                          fix what is certain, then show the rest
  citewell check --advise                       also show what may be worth a look
  citewell check --format json | jq .summary    for programs
  citewell check --format github                at the lines of a pull request
  citewell check --format gitlab > report.json  at the lines of a merge request
"""


@click.command("check", epilog=EPILOG)
@options.paths
@click.option("--fix", is_flag=True, help="Make the fixes that are certain, in the files themselves.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing. Overrides --fix.")
@click.option("--advise", is_flag=True, help="Also show advice: what is worth a look, but may be right as it is.")
@options.choose_format(FINDINGS.names, "findings are")
@options.release
@options.quiet
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    paths: tuple[Path, ...],
    fix: bool,
    diff: bool,
    advise: bool,
    style: str,
    release: bool,
    quiet: bool,
    root: Path | None,
) -> int:
    """Check the content against every rule, and show all findings.

    All the content is always read, because articles depend on each other; PATHs (files or folders in content_src/)
    limit what is shown, counted and fixed. "citewell explain CODE" says more about a finding, and whether --fix can
    fix it. Advice never changes the exit code.

    Exit codes: 0 no errors, 1 errors (with --fix: errors that are left; with --diff: errors, or something to fix),
    2 the content could not be checked.
    """
    project = find_project(root)
    asked = locate_in_content(project, paths)
    if fix or diff:
        return fix_content(project, PathFilter(asked), style, release=release, quiet=quiet, diff=diff, advise=advise)
    with show_activity("Checking the content"), open_results(project) as store:
        day, wanted = today(), CheckOptions(release, advise=advise)
        ahead = partial(work_ahead, partial(prepare_results, project, day, wanted), count_processors())
        content: Workspace[None] = Workspace(project, day, wanted, kept=KeptResults(store, ahead))
        report = make_report(content.facts, content.findings(), PathFilter(asked))
    write_lines(FINDINGS.load(style).format_findings(report, quiet))
    return 1 if report.summary.errors else 0
