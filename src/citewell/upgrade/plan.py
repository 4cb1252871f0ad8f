"""What an upgrade of a site's content changes: the migrations from its format to today's, and the line that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from citewell.errors import CannotWrite
from citewell.fixes.save import Change, NewFile
from citewell.model.problems import Replacement
from citewell.model.site import FORMAT
from citewell.model.source_location import Span
from citewell.model.yaml_problems import WrongValue
from citewell.project import Project
from citewell.rules import describe_problem
from citewell.source.settings import read_settings, refuse_newer_format
from citewell.upgrade.content_texts import NOTHING_DONE, ContentTexts, KeysOfText
from citewell.upgrade.migrations import Migrated, Migration, discover

_DOCUMENT_END: Final = re.compile(r"^(?:\.\.\.|---)", re.MULTILINE)
_REMARK: Final = '# The version of the format of this content; only "citewell upgrade" changes it.'


@dataclass(frozen=True, slots=True)
class Step:
    """A migration, and what it does to this content."""

    migration: Migration
    migrated: Migrated


@dataclass(frozen=True, slots=True)
class ContentUpgrade:
    """From which format, which steps, and the files that change and are new, all as they should be in the end.

    ``name`` is what the site is called.
    """

    name: str
    before: int
    steps: tuple[Step, ...] = ()
    changes: tuple[Change, ...] = ()
    new: tuple[NewFile, ...] = ()


def plan_content_upgrade(project: Project) -> ContentUpgrade:
    """Plan to bring the content of a project to today's format. Nothing is written.

    Raises ``ConfigurationError`` if its format is newer, ``CannotWrite`` if a text cannot be read to its end.
    """
    content = ContentTexts(project)
    settings = content.read_settings()
    name, before = _read_name_and_format(settings)
    if before == FORMAT:
        return ContentUpgrade(name, before)
    steps = []
    for migration in discover():
        if migration.to > before:
            migrated = migration.find(content)
            content.edit(migrated.edits)
            steps.append(Step(migration, migrated))
    content.edit([_write_format(content.read_settings())])
    new = tuple(file for step in steps for file in step.migrated.new)
    return ContentUpgrade(name, before, tuple(steps), content.changes, new)


def _read_name_and_format(settings: KeysOfText) -> tuple[str, int]:
    read = read_settings(settings.source)
    for problem in read.problems:
        if isinstance(problem.facts, WrongValue) and problem.facts.key == "format":
            raise CannotWrite(f"{problem.location}: {describe_problem(problem)}", NOTHING_DONE)
    refuse_newer_format(read.settings)
    return read.settings.name, read.settings.format


def _write_format(settings: KeysOfText) -> Replacement:
    """The line that says which format the content has: changed where it is, else added as the last."""
    source, group = settings
    if there := group.get("format"):
        return Replacement(source.locate(there.span), str(FORMAT))
    text = source.text
    if text[group.span.start : group.span.start + 1] == "{":
        at = group.span.start + 1
        return Replacement(source.locate(Span(at, at)), f"format: {FORMAT}, " if group.entries else f"format: {FORMAT}")
    end = _DOCUMENT_END.search(text, group.span.end)
    at = end.start() if end else len(text)
    above = text[:at].rstrip(" \t")
    gap = "" if not above.strip() or above.endswith("\n\n") else "\n" if above.endswith("\n") else "\n\n"
    return Replacement(source.locate(Span(at, at)), f"{gap}{_REMARK}\nformat: {FORMAT}\n")
