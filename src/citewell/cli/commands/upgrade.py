"""Bring a site to this version of Citewell.

What changed in the format of the content is changed in its files, and what "citewell init" wrote is renewed, after both
were shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.new_site.engine import belongs_to_engine, find_engine
from citewell.cli.new_site.write_site import RECORD, make_kept_files, record_files
from citewell.cli.terminal import show_activity, write_difference, write_lines
from citewell.errors import CannotWrite, reason
from citewell.fixes.difference import format_difference, format_new_file
from citewell.fixes.save import Change, NewFile, remove, save_together
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.site import FORMAT
from citewell.project import Project, find_project
from citewell.upgrade.plan import ContentUpgrade, plan_content_upgrade
from citewell.upgrade.starter_files import StarterUpgrade, plan_starter_upgrade

EPILOG = """\b
Examples:
  citewell upgrade
  citewell upgrade --yes
"""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Both parts of an upgrade; ``starter`` is ``None`` for a site that ``citewell init`` did not make."""

    content: ContentUpgrade
    starter: StarterUpgrade | None

    @property
    def changes(self) -> tuple[Change, ...]:
        return (*self.content.changes, *(self.starter.changes if self.starter else ()))

    @property
    def new(self) -> tuple[NewFile, ...]:
        return (*self.content.new, *(self.starter.new if self.starter else ()))

    @property
    def removed(self) -> tuple[Change, ...]:
        return self.starter.removed if self.starter else ()


@click.command("upgrade", epilog=EPILOG)
@click.option("--yes", is_flag=True, help="Change the files without asking.")
@options.root
@options.debug
def command(yes: bool, root: Path | None) -> int:
    """Bring a site to this version of Citewell, from any earlier one.

    First it shows what it will do, and the changes as a diff. In a terminal it then asks; elsewhere it needs --yes.
    In the content, comments and every other character stay as they are. Scripts, settings of services and
    requirements are renewed where they are as "citewell init" wrote them; what you have changed is only named.
    Either everything is changed or nothing.

    Exit codes: 0 upgraded, or nothing to upgrade; 1 shown, and nothing was changed; 2 something is in the way.
    """
    project = find_project(root)
    with show_activity("Looking for what has to change"):
        content = plan_content_upgrade(project)
        plan = _Plan(content, _plan_starter(project, content.name))
    write_lines(_describe(plan))
    if not (plan.changes or plan.new or plan.removed):
        return 0
    write_difference(_format_plan(plan))
    write_lines(f"Left for you: {make_visible(left)}" for step in content.steps for left in step.migrated.left)
    if not (yes or _is_agreed()):
        write_lines(["Nothing was changed." if sys.stdin.isatty() else "Nothing was changed; --yes changes the files."])
        return 1
    save_together(plan.changes, plan.new)
    remove(plan.removed)
    write_lines(_describe_done(plan))
    return 0


def _plan_starter(project: Project, name: str) -> StarterUpgrade | None:
    if not (project.root / RECORD).is_file():
        return None
    try:
        wanted = make_kept_files(name, find_engine())
    except OSError as error:
        raise CannotWrite(f"what citewell init writes cannot be read ({reason(error)})") from error
    return plan_starter_upgrade(project, RECORD, {**wanted, RECORD: record_files(wanted)}, belongs_to_engine)


def _is_agreed() -> bool:
    """Whether somebody at a terminal says yes."""
    return sys.stdin.isatty() and click.confirm("Change these files?")


def _describe(plan: _Plan) -> Iterator[str]:
    before, starter = plan.content.before, plan.starter
    if before == FORMAT:
        yield f"The content has format {FORMAT}, which is that of this version."
    else:
        yield f"The content has format {before}; this version of Citewell writes format {FORMAT}:"
        for step in plan.content.steps:
            places = count_noun(len(step.migrated.edits), "place")
            yield f"  {step.migration.summary}: {places if step.migrated.edits else 'nothing to change'}"
        yield f"  site.yml says that the format is {FORMAT}"
    if starter:
        yield from _describe_starter(starter)
    if not (plan.changes or plan.new or plan.removed):
        yield "There is nothing to upgrade."


def _describe_starter(starter: StarterUpgrade) -> Iterator[str]:
    if starter.changes or starter.new or starter.removed:
        yield "What citewell init wrote and nobody has changed:"
    for what, files in (("renew", starter.changes), ("add", starter.new), ("remove", starter.removed)):
        yield from (f"  {what} {make_visible(each.file.shown)}" for each in files)
    if starter.kept:
        yield "What you have changed or deleted, and stays so, although citewell init now writes something else:"
    yield from (f"  {make_visible(path)}" for path in starter.kept)


def _format_plan(plan: _Plan) -> Iterator[str]:
    for file in plan.new:
        yield from format_new_file(file)
    for change in plan.changes:
        yield from format_difference(change)


def _describe_done(plan: _Plan) -> Iterator[str]:
    made = f", made {count_noun(len(plan.new), 'file')}" if plan.new else ""
    gone = f", removed {count_noun(len(plan.removed), 'file')}" if plan.removed else ""
    yield f"Changed {count_noun(len(plan.changes), 'file')}{made}{gone}. The content has format {FORMAT}."
    yield "Next: citewell check"
