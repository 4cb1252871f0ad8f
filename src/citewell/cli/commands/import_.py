"""Move articles in: pages, Word documents, Markdown and copied text, with their sources."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citewell.atomic_write import write_beside
from citewell.cli import options
from citewell.cli.importing.look_up import can_look_up
from citewell.cli.importing.report import describe_import, write_report
from citewell.cli.importing.sources import fetch_page, is_address, list_sources, read_file
from citewell.cli.importing.write_drafts import ImportedArticle, ImportOptions, import_document
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_lines
from citewell.errors import CannotWrite, CitewellError, reason
from citewell.extras import require_extra
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.project import Project, find_project
from citewell.source.load import Content, load

if TYPE_CHECKING:
    from citewell.cli.importing.sources import ReadSource

REPORT = "import.md"
EPILOG = """\b
Examples:
  citewell import page.html
  citewell import old-articles/ --to moved
  citewell import report.docx --slug is-the-tablet-safe
  citewell import https://example.org/a-page --machine-written
"""


@click.command("import", epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|ADDRESS...")
@click.option("--slug", help="The name of the article's folder, for one article. Default: the words of its title.")
@click.option("--title", help="The title, for one article. Default: its first heading.")
@click.option("--to", metavar="FILE", help="The file in content_src/references/. Default: the only one, or added.yml.")
@click.option("--machine-written", is_flag=True, help="A program wrote the text: each statement starts unverified.")
@click.option("--offline", is_flag=True, help="Do not look the sources up on the web.")
@click.option("--dry-run", is_flag=True, help="Show what would be imported, and write nothing.")
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    sources: tuple[str, ...],
    slug: str | None,
    title: str | None,
    to: str | None,
    machine_written: bool,
    offline: bool,
    dry_run: bool,
    root: Path | None,
) -> int:
    """Make drafts of pages (HTML), Word documents, Markdown and text as copied from a page.

    Marks such as [1], superscripts and footnotes become citations, and the entries of the list of sources become
    references; one that is in the bibliography already is used again. No word is left out without being named: a
    report says what was guessed. An article that is there is never touched.

    Exit codes: 0 all imported, 1 some could not be, 2 the command could not do its work, 130 interrupted.
    """
    project = find_project(root)
    from citewell.cli.bibliography.add_references import check_target  # noqa: PLC0415 - `--help` need not wait

    check_target(project, to)
    listed = list_sources(sources)
    if len(listed) > 1 and (slug or title):
        raise click.UsageError("--slug and --title are for one article; import the others without them")
    if any(map(is_address, listed)):
        require_extra("evidence")
    chosen = ImportOptions(
        today(), slug or "", title or "", to, machine_written, not offline and can_look_up(), dry_run
    )
    done, failed = _import_all(project, listed, chosen)
    write_lines(line for each in done for line in (*describe_import(each), ""))
    for line in failed:
        click.echo(f"error: {line}", err=True)
    if done and not dry_run:
        write_lines(_next_steps(done, _save_report(project, write_report(done, failed))))
    elif dry_run:
        write_lines(["Nothing was written."])
    return 0 if not failed else 1 if done else 2


def _import_all(
    project: Project, listed: Sequence[str], chosen: ImportOptions
) -> tuple[list[ImportedArticle], list[str]]:
    """What was imported, and a line for each source that could not be."""
    content = load(project)
    done: list[ImportedArticle] = []
    failed: list[str] = []
    for source in listed:
        try:
            with show_activity(f"Importing {make_visible(source)}"):
                read = _read(source, content, project)
                done.append(import_document(project, content, read, chosen))
        except (CitewellError, click.UsageError) as error:
            shown = make_visible(source)
            message = error.message if error.message.startswith(shown) else f"{shown}: {error.message}"
            hint = getattr(error, "hint", None)
            failed.append(f"{message}{f' (hint: {hint})' if hint else ''}")
    return done, failed


def _read(source: str, content: Content, project: Project) -> ReadSource:
    return fetch_page(source, content.site.settings, project) if is_address(source) else read_file(source)


def _save_report(project: Project, text: str) -> str:
    """Write the report into the program's own folder, and give its path as it is shown."""
    file = project.work / REPORT
    try:
        file.parent.mkdir(exist_ok=True)
        with write_beside(file, text.encode()) as temporary:
            temporary.replace(file)
    except OSError as error:
        raise CannotWrite(
            f"{file}: the report cannot be written ({reason(error)})", "The articles were written."
        ) from error
    return file.relative_to(project.root).as_posix()


def _next_steps(done: Sequence[ImportedArticle], report: str) -> list[str]:
    folder = done[0].folder if len(done) == 1 else str(Path(done[0].folder).parent)
    to_check = [folder, *sorted({file for each in done for file in each.references})]
    return [
        f"{count_noun(len(done), 'draft')} made: a draft is checked, but never published.",
        f"The report is in {report}.",
        "",
        "Next:",
        "  1. Compare each draft with its original, above all where something was guessed.",
        f"  2. See what is missing: citewell check {shlex.join(to_check)}",
        '  3. When nothing is left to do, write "status: published" and run: citewell build',
    ]
