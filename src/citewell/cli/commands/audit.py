"""Look at the built site in Chromium, as readers with small and large screens, in light and dark, see it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.diagnostics import Severity
from citewell.extras import require_extra
from citewell.formats import FINDINGS
from citewell.formats.terminal_text import count_noun
from citewell.model.report import Report, Summary
from citewell.outputs.pdf.chromium import find_chromium
from citewell.project import find_project
from citewell.source.load import open_content

EPILOG = """\b
Examples:
  citewell audit                   a page of each kind
  citewell audit --all             every page, before a release
  citewell audit --format github   at the files of a pull request
"""


@click.command("audit", epilog=EPILOG)
@click.option("--all", "every", is_flag=True, help="Look at every page, not only at one of each kind.")
@options.choose_format(FINDINGS.names, "findings are")
@options.quiet
@options.root
@options.debug
def command(every: bool, style: str, quiet: bool, root: Path | None) -> int:
    """Look at the built site in Chromium: what only a browser knows.

    Pages are opened 320, 360 and 1280 pixels wide, in light and dark: contrast, what does not fit, sizes of targets,
    the ring of the focus, headings and language, whether marks and emergency cards are seen, and requests to other
    sites. axe-core checks the rules of accessibility. Nothing leaves this computer.

    Without --all so many pages are opened that each kind of page, and each block, is on one of them. Build the site
    first: what is looked at is site/.

    Exit codes: 0 no errors, 1 errors, 2 the pages could not be opened.
    """
    project = find_project(root)
    require_extra("audit")
    program = find_chromium("there is no Chromium or Chrome to open the pages with", "then run this again")

    from citewell.audit.audit import audit_site  # noqa: PLC0415 - needs the extra
    from citewell.audit.checks import AuditContext  # noqa: PLC0415
    from citewell.audit.pages import choose_pages  # noqa: PLC0415

    pages = choose_pages(project, every)
    site = open_content(project).site
    with show_activity("Looking at the pages"):
        found = audit_site(project, pages, AuditContext(site.settings, site.words), program)
    severities = Counter(each.severity for each in found)
    files = {each.location.path for each in found}
    summary = Summary(
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        files=len(files | {f"site/{page.path}" for page in pages}),
        files_with_findings=len(files),
    )
    if not quiet and style == "text":
        write_line(f"Looked at {count_noun(len(pages), 'page')}.")
    write_lines(FINDINGS.load(style).format_findings(Report(found, summary), quiet))
    return 1 if summary.errors else 0
