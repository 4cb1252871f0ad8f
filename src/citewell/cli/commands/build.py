"""Check the content and make the site.

From the content to the site in place, each stage with its time.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from citewell.build import BuildResult, Silent, Stage, build
from citewell.cli import options
from citewell.cli.project import today
from citewell.cli.run import Run
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.errors import IN_PLACE
from citewell.formats.findings.text import format_findings
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.article import PublicationStatus
from citewell.model.claims import Status
from citewell.model.facts import Card
from citewell.model.report import Report, make_report
from citewell.project import Project, find_project
from citewell.site.staging import true_last_words
from citewell.workers import count_processors

EPILOG = """\b
Examples:
  citewell build              make the site
  citewell build --release    use the stricter rules for a release
  citewell build --quiet      show only the findings
"""


@click.command("build", epilog=EPILOG)
@options.release
@click.option("--no-shells", is_flag=True, help="Have MkDocs make every page: slower, and the same pages.")
@options.jobs
@options.quiet
@options.root
@options.debug
def command(release: bool, no_shells: bool, jobs: int | None, quiet: bool, root: Path | None) -> int:
    """Check the content, write docs/, build the pages, verify them and put site/ in place.

    site/ is replaced in one step, and only by a site without errors: whatever goes wrong, the published site stays as
    it was. docs/ is written by the build; edit content_src/ instead.

    Exit codes: 0 the site is in place, 1 nothing was published because of errors, 2 a problem with the configuration or
    the system, 75 another build of this site is running, 130 interrupted.
    """
    project = find_project(root)

    stages, processes = Silent if quiet else _show_stage, jobs or count_processors()
    built = build(project, today(), release, stages, shells=not no_shells, jobs=processes)
    if built.published:
        click.get_current_context().ensure_object(Run).last_words = IN_PLACE
    with true_last_words(lambda: built.published is not None):
        report = make_report(built.facts, built.diagnostics)
        if not quiet:
            write_lines(("", *_describe_coverage(built), ""))
        write_lines(format_findings(report, quiet))
        if not quiet:
            write_lines(("", *_describe_outcome(built, report, project)))
    return 0 if built.published else 1


@contextlib.contextmanager
def _show_stage(name: str, /) -> Iterator[Stage]:
    """A stage that is shown when it is over, with its time; on a terminal also while it takes long."""
    started = time.perf_counter()
    stage: Silent = Silent(name)
    with show_activity(name):
        yield stage
    write_line(f"  {name:<11}{time.perf_counter() - started:7.2f} s   {make_visible(stage.note)}".rstrip())


def _describe_coverage(built: BuildResult) -> Iterator[str]:
    """How many claims readers see have a source, and why the others have none; then how many the drafts hold."""
    for where, documents in (("articles", built.facts.articles), ("own pages", built.facts.pages)):
        if published := [each for each in documents.values() if each.status is PublicationStatus.PUBLISHED]:
            yield _describe_claims(where, published)
    drafts = [each for each in built.facts.documents if each.status is PublicationStatus.DRAFT]
    if own := [each for each in drafts if not each.withheld]:
        yield _describe_drafts(own)
    if withheld := [each.slug for each in drafts if each.withheld]:
        yield f"  {'withheld':<11}{count_noun(len(withheld), 'article')} without a valid review: {', '.join(withheld)}"


def _describe_claims(where: str, documents: Sequence[Card]) -> str:
    """The statuses of these documents' claims in a line."""
    cited, waived, uncited = _statuses(documents)
    kinds: Counter[str] = Counter()
    for each in documents:
        kinds.update(each.waived)
    reasons = ", ".join(f"{number:,} {kind}" for kind, number in kinds.most_common())
    total = cited + waived + uncited
    given = f"{waived:,} waived{f' ({make_visible(reasons)})' if reasons else ''}"
    taken = f"{cited:,} cited{_format_share(cited, total)}"
    return f"  {where:<11}{count_noun(total, 'claim')}: {taken}, {given}, {uncited:,} with neither"


def _describe_drafts(documents: Sequence[Card]) -> str:
    """The claims of the drafts in a line: how many there are, and how many are still to be sourced."""
    cited, waived, uncited = _statuses(documents)
    total = cited + waived + uncited
    return f"  {'drafts':<11}{count_noun(total, 'claim')}, {uncited:,} with neither source nor reason, not published"


def _statuses(documents: Sequence[Card]) -> tuple[int, int, int]:
    """How many claims of these documents have a source, a waiver, or neither."""
    cited, waived, uncited = (
        sum(each.statuses.get(status, 0) for each in documents)
        for status in (Status.CITED, Status.WAIVED, Status.UNCITED)
    )
    return cited, waived, uncited


def _format_share(part: int, total: int) -> str:
    """A part in per cent, rounded down: not all are never called 100 %."""
    return f" ({100 * part // total} %)" if total else ""


def _describe_outcome(built: BuildResult, report: Report, project: Project) -> Iterator[str]:
    """Whether the site is in place, and how to look at it."""
    yield from (f"MkDocs says: {make_visible(warning)}" for warning in built.warnings)
    if built.published is None:
        still = "; site/ has not changed" if project.site.is_dir() else ""
        yield f"Nothing was published because of {count_noun(report.summary.errors, 'error')}{still}."
        return
    if report.summary.errors:
        unpublished = count_noun(report.summary.errors, "error")
        yield f"{unpublished} in drafts or withdrawn articles, whose text is not published."
    if not built.published.exchanged and not built.published.first:
        yield "This file system cannot exchange folders, so for a moment there was no site/."
    folder = os.path.relpath(project.site)
    done = click.style("The site is in place", fg="green")
    yield f"{done}: {count_noun(built.pages, 'page')} in {make_visible(folder)}/. To look at it:"
    yield f"  python3 -m http.server -d {shlex.quote(folder)}"
    yield "  then open http://localhost:8000/"
