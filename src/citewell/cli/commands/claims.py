"""List every piece of text and what supports it."""

from __future__ import annotations

from pathlib import Path

import click

from citewell.claim_records import read_claims
from citewell.cli import options
from citewell.cli.new_file import write_new_file
from citewell.cli.project import locate_in_content, today
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.formats import LEDGER
from citewell.formats.terminal_text import count_noun
from citewell.model.report import PathFilter
from citewell.project import find_project

EPILOG = """\b
Examples:
  citewell claims                                     all of the content
  citewell claims content_src/articles/my-slug        one article
  citewell claims content_src/articles/my-slug --format csv --output review.csv
                                                      a worksheet for a reviewer
  citewell claims | grep uncited                      list what has no source yet
  citewell claims --format json > claims.json         for programs
"""


@click.command("claims", epilog=EPILOG)
@options.paths
@options.choose_format(LEDGER.names, "the ledger is")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the list to this new file, in UTF-8."
)
@options.root
@options.debug
def command(paths: tuple[Path, ...], style: str, output: Path | None, root: Path | None) -> int:
    """List every piece of text with its status and what supports it.

    \b
    cited        has a citation: its keys follow
    waived       says why it has none: the kind of reason follows
    uncited      has neither a source nor a reason, and needs one
    not-a-claim  needs none: a heading, a question, a label, a line that introduces a list, or a computed number

    The list includes every text that readers see; what an article uses of content_src/shared/ is among its own.
    PATHs (files or folders in content_src/) limit the list. With --format csv it is a worksheet for a spreadsheet
    program, with every source in full and columns for a reviewer's verdict and note.

    Exit codes: 0 listed, 2 the content could not be read, or the file could not be written.
    """  # noqa: D301 - \\b is click's mark for lines that are not rewrapped
    project = find_project(root)
    asked = locate_in_content(project, paths)

    part = PathFilter(asked)
    with show_activity("Reading the content"):
        articles = tuple(read_claims(project, today(), part.__contains__))
    lines = LEDGER.load(style).format_ledger(articles)
    if output is None:
        write_lines(lines)
    else:
        write_new_file(output, "".join(f"{click.unstyle(line)}\n" for line in lines).encode())
        write_line(f"Wrote {output}: {count_noun(sum(len(each.rows) for each in articles), 'row')}.")
    return 0
