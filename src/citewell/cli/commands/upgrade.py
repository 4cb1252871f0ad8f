"""Bring a site to this version of Citewell.

What changed in the format of the content is changed in its files, after it was shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.terminal import show_activity, write_difference, write_lines
from citewell.fixes.difference import format_difference, format_new_file
from citewell.fixes.save import save_together
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.site import FORMAT
from citewell.project import find_project
from citewell.upgrade.plan import ContentUpgrade, plan_content_upgrade

EPILOG = """\b
Examples:
  citewell upgrade
  citewell upgrade --yes
"""


@click.command("upgrade", epilog=EPILOG)
@click.option("--yes", is_flag=True, help="Change the files without asking.")
@options.root
@options.debug
def command(yes: bool, root: Path | None) -> int:
    """Bring a site to this version of Citewell, from any earlier one.

    First it shows what it will do, and the changes as a diff. In a terminal it then asks; elsewhere it needs --yes.
    Comments and every other character stay as they are. Either everything is changed or nothing.

    Exit codes: 0 upgraded, or nothing to upgrade; 1 shown, and nothing was changed; 2 something is in the way.
    """
    project = find_project(root)
    with show_activity("Looking for what has to change"):
        plan = plan_content_upgrade(project)
    write_lines(_describe(plan))
    if not plan.changes:
        return 0
    write_difference(_format_plan(plan))
    if not (yes or _is_agreed()):
        write_lines(["Nothing was changed." if sys.stdin.isatty() else "Nothing was changed; --yes changes the files."])
        return 1
    save_together(plan.changes, plan.new)
    write_lines(_describe_done(plan))
    return 0


def _is_agreed() -> bool:
    """Whether somebody at a terminal says yes."""
    return sys.stdin.isatty() and click.confirm("Change these files?")


def _describe(plan: ContentUpgrade) -> Iterator[str]:
    if not plan.changes:
        yield f"The content has format {plan.before}, which is that of this version. There is nothing to upgrade."
        return
    yield f"The content has format {plan.before}; this version of Citewell writes format {FORMAT}:"
    for step in plan.steps:
        places = count_noun(len(step.migrated.edits), "place")
        yield f"  {step.migration.summary}: {places if step.migrated.edits else 'nothing to change'}"
    yield f"  site.yml says that the format is {FORMAT}"


def _format_plan(plan: ContentUpgrade) -> Iterator[str]:
    for file in plan.new:
        yield from format_new_file(file)
    for change in plan.changes:
        yield from format_difference(change)


def _describe_done(plan: ContentUpgrade) -> Iterator[str]:
    made = f", and made {count_noun(len(plan.new), 'file')}" if plan.new else ""
    yield f"Changed {count_noun(len(plan.changes), 'file')}{made}. The content has format {FORMAT}."
    for step in plan.steps:
        yield from (f"Left for you: {make_visible(left)}" for left in step.migrated.left)
    yield "Next: citewell check"
