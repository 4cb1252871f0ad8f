"""``citewell check``: every rule on the content, no site; and the corrections that are certain, if asked."""

from __future__ import annotations

from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import locate_in_content, today
from citewell.cli.terminal import say_all, sign_of_life
from citewell.formats import findings_formats
from citewell.project import find_project

EPILOG = """\b
Examples:
  citewell check                                all of the content
  citewell check content_src/articles/my-slug   what concerns one article
  citewell check --diff                         what --fix would change
  citewell check --fix                          fix what can be fixed, then show the rest
  citewell check --advise                       what may be worth a look, too
  citewell check --format json | jq .summary    for programs
  citewell check --format github                at the lines of a pull request
"""


@click.command("check", short_help="Check the content against every rule.", epilog=EPILOG)
@options.paths
@click.option("--fix", is_flag=True, help="Mend what is certain, and nothing else, in the files themselves.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing. It wins over --fix.")
@click.option("--advise", is_flag=True, help="Show advice, too: what is worth a look, and may be right as it is.")
@options.style(findings_formats(), "findings are")
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
    """Check the content against every rule, and show all that was found.

    The whole content is always read, because an article may depend on the others; PATHs (files or folders in
    content_src/) limit what is shown, counted and mended. "citewell explain CODE" says more about a finding, and
    whether --fix can fix it. Advice never changes the exit code.

    Exit codes: 0 no errors, 1 errors (with --fix: errors that are left; with --diff: errors, or something to fix),
    2 the content could not be checked.
    """
    project = find_project(root)
    asked = locate_in_content(project, paths)
    from citewell.build import examine  # noqa: PLC0415 - `--help` and a mistyped path need not wait for it
    from citewell.model.report import PathFilter, make_report  # noqa: PLC0415 - as above

    if fix or diff:
        from citewell.cli.fix import mended  # noqa: PLC0415 - as above

        return mended(project, PathFilter(asked), style, release=release, quiet=quiet, diff=diff, advise=advise)
    with sign_of_life("Checking the content"):
        examined = examine(project, today(), release, advise=advise)
    report = make_report(examined.site, examined.diagnostics, PathFilter(asked))
    say_all(findings_formats()[style].findings(report, quiet))
    return 1 if report.summary.errors else 0
