"""Import the references of another program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citewell.cli import options
from citewell.cli.terminal import show_activity, write_line
from citewell.extras import require_extra
from citewell.formats.terminal_text import make_visible
from citewell.project import find_project

if TYPE_CHECKING:
    from citewell.cli.bibliography.read_file import ImportedFile

FORMATS: Final = ("csl-json", "csl-yaml", "bibtex", "ris", "nbib", "pubmed-xml", "endnote-xml", "web-of-science")
EPILOG = """\b
Examples:
  citewell refs import library.bib
  citewell refs import export.ris pubmed.nbib --to back-pain
  citewell refs import zotero.json --dry-run
"""


@click.command("import", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--from", "style", type=click.Choice(FORMATS), help="The format. Default: recognised from the file.")
@click.option("--to", metavar="FILE", help="The file in content_src/references/. Default: the only one, or added.yml.")
@click.option(
    "--merge", is_flag=True, help="Add missing details to references that are already there; change nothing else."
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@options.quiet
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    files: tuple[Path, ...],
    style: str | None,
    to: str | None,
    merge: bool,
    dry_run: bool,
    quiet: bool,
    root: Path | None,
) -> int:
    """Add the references in FILEs to a file of content_src/references/.

    Takes CSL-JSON, CSL-YAML (pandoc), BibTeX and biblatex, RIS, PubMed's NBIB and XML, EndNote's XML and Web of
    Science's tagged files. Details that do not fit into a reference are kept under "custom", "imported", and
    reported with their line; e-mail addresses and file paths are left out. Broken entries are reported with their
    line, and the others are added. A work that is already in the bibliography is never added twice.

    Exit codes: 0 all added, 1 some could not be read or are already there, 2 the command could not do its work,
    130 interrupted.
    """
    project = find_project(root)
    require_extra("evidence")
    from citewell.cli.bibliography.add_references import AddOptions, add_candidates, check_target, summarise  # noqa: PLC0415 - `--help` need not wait
    from citewell.cli.bibliography.read_file import read_import_file  # noqa: PLC0415 - as above
    from citewell.fixes.new_references import Candidate  # noqa: PLC0415 - as above

    check_target(project, to)
    with show_activity("Reading the references"):
        read = [read_import_file(path, style) for path in files]
    for line in (line for one in read for line in _describe_faults(one, quiet=quiet)):
        click.echo(line, err=True)
    found = ((one.shown, entry) for one in read for entry in one.found.entries)
    candidates = [Candidate(entry.item, f"{shown}:{entry.line}", given=entry.key) for shown, entry in found]
    lost = sum(fault.lost for one in read for fault in one.found.faults)
    if not candidates:
        if not lost:
            click.echo("The files contain no references.", err=True)
        return 1
    plan = add_candidates(project, candidates, AddOptions(to, merge, dry_run, quiet))
    if not quiet and not dry_run:
        write_line(summarise(plan, lost))
    return 1 if lost or any(decision.same and not decision.merged for decision in plan.decisions) else 0


def _describe_faults(one: ImportedFile, *, quiet: bool) -> Iterator[str]:
    """What was odd about a file, fault by fault; and unless ``quiet``, what was kept apart, entry by entry."""
    for fault in one.found.faults:
        label = "error" if fault.lost else "warning"
        yield f"{one.shown}:{fault.line}: {label}: {make_visible(fault.message)}"
    for entry in () if quiet else one.found.entries:
        if entry.left:
            fields = ", ".join(f"{make_visible(left.field)} (line {left.line})" for left in entry.left)
            yield f'{one.shown}:{entry.line}: does not fit into a reference and is kept under "imported": {fields}'
        if entry.private:
            fields = ", ".join(f"{make_visible(left.field)} (line {left.line})" for left in entry.private)
            yield f"{one.shown}:{entry.line}: e-mail addresses and file paths were left out: {fields}"
        if entry.unseen:
            yield f"{one.shown}:{entry.line}: invisible characters were removed"
