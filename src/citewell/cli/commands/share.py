"""Write a block once for all articles that have it.

It goes into a file in content_src/shared/, which the articles use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import locate_in_content
from citewell.cli.terminal import show_activity, write_lines
from citewell.fixes.save import NewFile, save_together
from citewell.fixes.share_block import SharePlan, plan_sharing
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.project import SHARED_FOLDER, Project, find_project

EPILOG = """\b
Examples:
  citewell share content_src/articles/my-slug/article.md:40
  citewell share my-slug:40 --name emergency-back-pain
  citewell share my-slug:40 --dry-run
"""


@click.command("share", epilog=EPILOG)
@click.argument("place", metavar="ARTICLE:LINE")
@click.option("--name", help="The name of the shared text. Default: the first words of the block.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@options.root
@options.debug
def command(place: str, name: str | None, dry_run: bool, root: Path | None) -> int:
    """Move the block at LINE of ARTICLE into content_src/shared/, and use it in every article that has the same block.

    ARTICLE is the file of an article, its folder or its name, as findings write it before the line. White space makes
    no difference between blocks; any other difference does. Everything else stays as it is, and each article says the
    same as before, with the same numbers. Either all files are written or none.

    Exit codes: 0 written (with --dry-run: nothing is in the way), 2 nothing was written.
    """
    project = find_project(root)
    path, line = _read_place(project, place)
    with show_activity("Looking for the block"):
        plan = plan_sharing(project, path, line, name)
    if not dry_run:
        save_together(plan.changes, [NewFile(plan.new, plan.text.encode())] if plan.new else [])
    write_lines(_describe(plan, dry_run))
    return 0


def _read_place(project: Project, place: str) -> tuple[str, int]:
    """The path of an article's text, as findings name it, and the line."""
    found = re.fullmatch(r"(?P<article>.+?):(?P<line>[1-9][0-9]{0,8})(?::[0-9]+)?", place)
    if found is None:
        raise click.UsageError(
            f'"{make_visible(place)}" names no line; write it as content_src/articles/my-slug/article.md:40'
        )
    named = found["article"]
    path = Path(named)
    if "/" not in named and not path.exists() and (project.articles / named).is_dir():
        path = project.articles / named
    shown = locate_in_content(project, (path,))[0]
    return f"{shown}/article.md" if (project.root / shown).is_dir() else shown, int(found["line"])


def _describe(plan: SharePlan, dry_run: bool) -> Iterator[str]:
    file = f"{SHARED_FOLDER}/{plan.name}.md"
    wrote = "Would write" if dry_run else "Wrote"
    uses = count_noun(len(plan.places), "place")
    if plan.new:
        yield f"{wrote} {click.style(file, bold=True)}:"
        yield from (f"  {make_visible(line)}" for line in plan.text.splitlines())
    else:
        yield f"{click.style(file, bold=True)} already says this."
    yield f"{'Would use' if dry_run else 'Used'} it in {uses}, with the line :::{{use}} {plan.name}"
    yield from (f"  {make_visible(str(place))}" for place in plan.places)
    if dry_run:
        yield "Nothing was changed."
