"""Give an article another name, and so another address.

Its old address keeps working, and everything that names the article is rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import locate_in_content
from citewell.cli.terminal import show_activity, write_difference, write_lines
from citewell.fixes.difference import format_difference, format_move
from citewell.fixes.rename import RenamePlan, plan_renaming
from citewell.fixes.save import save_and_move
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.project import Project, find_project
from citewell.source.file_names import LONGEST_SLUG, is_slug, suggest_slug

EPILOG = """\b
Examples:
  citewell rename is-it-a-lump when-should-a-lump-be-checked
  citewell rename content_src/pages/about.md about-us
  citewell rename is-it-a-lump lumps --diff
"""


@click.command("rename", epilog=EPILOG)
@click.argument("old", metavar="SLUG")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Say what would be changed, and change nothing.")
@click.option("--diff", is_flag=True, help="Show the changes as a diff, and change nothing. Overrides --dry-run.")
@options.root
@options.debug
def command(old: str, new: str, dry_run: bool, diff: bool, root: Path | None) -> int:
    """Rename the article SLUG, or a page of your own, to NEW: its folder or file, and so its address.

    The old address is added to redirects: in its front matter, so that it keeps working. Links to it in all texts,
    lists of related articles, the header and the file of its reviews follow; its reviews stay valid. Either everything
    is changed or nothing.

    Exit codes: 0 renamed (with --dry-run or --diff: nothing is in the way), 2 nothing was changed.
    """
    if not is_slug(new):
        near = suggest_slug(new)
        hint = f'; you could use "{near}"' if near else ""
        raise click.UsageError(
            f"NEW takes lower-case letters a to z, digits and single hyphens, at most {LONGEST_SLUG} characters{hint}"
        )
    project = find_project(root)
    slug = _read_name(project, old)
    with show_activity("Looking for what names it"):
        plan = plan_renaming(project, slug, new)
    if diff:
        write_difference(_format_plan(plan))
        return 0
    if not dry_run:
        save_and_move(plan.changes, plan.moves)
    write_lines(_describe(plan, dry_run))
    return 0


def _read_name(project: Project, typed: str) -> str:
    """The name of an article or page, from the name itself or the path of its folder or file."""
    if "/" not in typed and not typed.endswith(".md"):
        return typed
    path = Path(locate_in_content(project, (Path(typed),))[0])
    return path.parent.name if path.name == "article.md" else path.stem


def _format_plan(plan: RenamePlan) -> Iterator[str]:
    moved = tuple(f"{move.before}/" for move in plan.moves)
    for change in plan.changes:
        if not f"{change.file.shown}/".startswith(moved):
            yield from format_difference(change)
    changes = {change.file.shown: change for change in plan.changes}
    for move in plan.moves:
        yield from format_move(move, changes)


def _describe(plan: RenamePlan, dry_run: bool) -> Iterator[str]:
    for move in plan.moves:
        yield f"{'Would move' if dry_run else 'Moved'} {move.before} to {click.style(move.after, bold=True)}"
    yield f"{'Would keep' if dry_run else 'Kept'} the old address {plan.old}, which leads to {plan.new}"
    if plan.places:
        count = count_noun(len(plan.places), "place")
        yield f"{'Would write' if dry_run else 'Wrote'} the new name in {count}"
        yield from (f"  {make_visible(str(place))}" for place in plan.places)
    if dry_run:
        yield "Nothing was changed."
