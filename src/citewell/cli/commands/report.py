"""Make a report to the team: how much is cited, verified, reviewed and due.

It is one page with plots and their tables, or the same as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from citewell.atomic_write import write_beside
from citewell.cli import options
from citewell.cli.lock_state import refuse_damaged_lock
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.errors import CannotWrite, reason
from citewell.extras import require_extra
from citewell.formats import FINDINGS, REPORT
from citewell.formats.terminal_text import count_noun
from citewell.model.criteria import CriteriaFile
from citewell.model.report import Report
from citewell.project import Project, find_project
from citewell.rules import report_problems
from citewell.team_report.article_figures import ArticleFigures, measure_article
from citewell.team_report.criteria_files import list_criteria_names, load_criteria
from citewell.team_report.figures import Result, TeamReport
from citewell.team_report.make_report import make_team_report
from citewell.team_report.trend import read_trend
from citewell.workspace import Workspace

EPILOG = """\b
Examples:
  citewell report                                    write report.html
  citewell report -o november.html --months 24       two years, month by month
  citewell report --criteria pif-tick                compare the site with a trust mark
  citewell report --criteria ours.yml --fail-on-gap  in a workflow: exit code 1 if there is a gap
  citewell report --format json > report.json        for programs
"""
_PAGE = "report.html"
#: What an earlier report has, in either form, so that no other file is ever written over, unless it is empty.
_MARK = re.compile(rb'<meta name="generator" content="Citewell report">|\A\{\n  "version": \d+,\n  "site": "|\A\Z')
_MARK_WITHIN = 2_000  # bytes from the beginning


@click.command("report", epilog=EPILOG)
@click.option(
    "--format",
    "style",
    type=click.Choice(REPORT.names),
    default="html",
    show_default=True,
    help="How the report is written.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Write the report to this file. Default: {_PAGE} here for a page; JSON is printed.",
)
@click.option(
    "--criteria",
    "wanted",
    multiple=True,
    metavar="NAME|FILE",
    help=f"Compare the site with criteria: {', '.join(list_criteria_names())}, or a file of your own. "
    "May be given several times.",
)
@click.option("--fail-on-gap", is_flag=True, help="End with exit code 1 if a criterion is not met.")
@click.option(
    "--months",
    type=click.IntRange(0, 120),
    default=12,
    show_default=True,
    help="How many months to look back in git.",
)
@options.root
@options.debug
def command(
    style: str, output: Path | None, wanted: tuple[str, ...], fail_on_gap: bool, months: int, root: Path | None
) -> int:
    """Make a report to the team: which claims have a source, which of these were verified, and by whom; what is due.

    The page needs no other file and no network, and can be sent by e-mail. Each plot has its numbers as a table.
    "citewell schema report" prints the JSON Schema of the other form.

    Criteria compare the site with a trust mark. Each is met, with its evidence, or has a gap, or needs a person: no
    program can say whether readers were asked. "citewell schema criteria" prints the schema of a file of your own.

    Exit codes: 0 made, 1 made, and with --fail-on-gap there is a gap, 2 the content or the criteria could not be read,
    or the file could not be written.
    """
    if fail_on_gap and not wanted:
        raise click.UsageError("--fail-on-gap needs --criteria: without criteria there is no gap")
    project = find_project(root)
    criteria = _read_criteria(wanted)
    if criteria is None:
        return 2
    if style == "html":
        require_extra("report")
    with show_activity("Reading the content"):
        report = _make_report(project, criteria, months)
        lines = [*REPORT.load(style).format_report(report)]
    _write(lines, output or (Path(_PAGE) if style == "html" else None))
    gaps = sum(each.result is Result.GAP for file in report.criteria for each in file.criteria)
    if gaps and fail_on_gap:
        click.echo(f"{count_noun(gaps, 'criterion is', 'criteria are')} not met.", err=True)
    return 1 if gaps and fail_on_gap else 0


def _read_criteria(wanted: Iterable[str]) -> dict[str, CriteriaFile] | None:
    """The criteria that were asked for; ``None`` after the problems of one were shown."""
    read: dict[str, CriteriaFile] = {}
    for name in dict.fromkeys(wanted):
        if name not in list_criteria_names() and not Path(name).is_file():
            near = get_close_matches(name, list_criteria_names(), n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(list_criteria_names())}"
            raise click.UsageError(f'no criteria and no file are called "{name}"; {hint}')
        criteria, problems = load_criteria(name)
        if problems or criteria is None:
            for line in FINDINGS.load("text").format_findings(Report(report_problems(problems)), True):
                click.echo(line, err=True)
            return None
        read[name] = criteria
    return read


def _make_report(project: Project, criteria: dict[str, CriteriaFile], months: int) -> TeamReport:
    """The report, from the results of each article; no tree is kept."""
    day = today()
    content: Workspace[tuple[str, ArticleFigures]] = Workspace(
        project, day, make=lambda context: (context.article.source.path, measure_article(context))
    )
    refuse_damaged_lock(content.site)
    facts, findings = content.facts, content.findings()
    figures = dict(each.made for each in content.all_results() if each.made)
    return make_team_report(facts, content.inputs, figures, findings, read_trend(project, day, months), criteria)


def _write(lines: list[str], output: Path | None) -> None:
    """Write to a file, or to the standard output where there is none. Raises ``CannotWrite``."""
    if output is None:
        write_lines(lines, exact=True)
        return
    text = "".join(f"{line}\n" for line in lines)
    try:
        if output.exists() and not _is_report(output):
            raise CannotWrite(f"{output} is not a report, so it was not replaced", "choose another name with -o")
        with write_beside(output, text.encode()) as new:
            new.replace(output)
    except OSError as error:
        raise CannotWrite(f"{output}: cannot be written ({reason(error)})") from error
    write_line(f"Wrote {output}.")


def _is_report(file: Path) -> bool:
    """Whether a file is empty or an earlier report."""
    with file.open("rb") as existing:
        return _MARK.search(existing.read(_MARK_WITHIN)) is not None
