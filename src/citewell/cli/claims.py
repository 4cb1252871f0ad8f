"""``citewell claims``: the ledger, every piece of text and what supports it."""

from __future__ import annotations

from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import find_root, within
from citewell.cli.terminal import say_all, sign_of_life
from citewell.formats import ledger_formats

EPILOG = """\b
Examples:
  citewell claims                                     all of the content
  citewell claims content_src/articles/my-slug        one article
  citewell claims | grep uncited                      what still lacks a source
  citewell claims --format json > claims.json         for programs
"""


@click.command("claims", short_help="List every piece of text and what supports it.", epilog=EPILOG)
@options.paths
@options.style(ledger_formats(), "the ledger is")
@options.root
@options.debug
def command(paths: tuple[Path, ...], style: str, root: Path | None) -> int:
    """List every piece of text with its status and what supports it.

    \b
    cited        has a citation: its keys follow
    waived       says why it has none: the kind of reason follows
    uncited      has neither, and must not stay so
    not-a-claim  needs none: a heading, a question, a label, or a lead-in to a list

    Nothing a reader sees is left out. PATHs (files or folders in content_src/) limit the list.

    Exit codes: 0 listed, 2 the content could not be read.
    """  # noqa: D301 - \\b is click's sign for lines that stay as they are
    project = find_root(root)
    asked = within(project, paths)
    from citewell.model.report import Within  # noqa: PLC0415 - `--help` and a mistyped path need not wait for it
    from citewell.source.load import load  # noqa: PLC0415 - as above

    part = Within(asked)
    with sign_of_life("Reading the content"):
        site = load(project)
    say_all(ledger_formats()[style].ledger(each for each in site.documents if each.source.path in part))
    return 0
