"""Adding new references to the bibliography: which, where, and what is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import click

from citewell.citations.find_reference import is_slip
from citewell.cli.bibliography.report import ReportOptions, report_decisions
from citewell.errors import ContentUnreadable
from citewell.evidence.items.normalise import Item
from citewell.evidence.items.text import format_item, format_variables
from citewell.fixes.bibliography_file import NEW_FILE, BibliographyFile
from citewell.fixes.new_references import AdditionPlan, Candidate, apply_plan, plan_additions, read_plain_items
from citewell.fixes.save import Change, create, save_changes
from citewell.formats.terminal_text import count_noun
from citewell.model.references import Bibliography
from citewell.model.source_location import SourceText
from citewell.project import REFERENCES_FOLDER, Project
from citewell.rules import describe_problem
from citewell.site.lock import bibliography_lock
from citewell.source.bibliography import read_bibliography
from citewell.source.content_tree import walk_content
from citewell.source.files import YAML, SourceFile, decode_text, read_bytes

#: What `citewell init` calls the references of its example.
EXAMPLE_REFERENCES: Final = "example.yml"
_MARGIN: Final = 4  # bytes: a line end of two, and two spaces
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}")


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How references should be added: the file (``None``: the usual one), and what about those that are there."""

    to: str | None = None
    merge: bool = False
    dry_run: bool = False
    quiet: bool = False


class _Files(NamedTuple):
    """The bibliography files of a project as they are on the disk."""

    data: dict[str, tuple[SourceFile, bytes]]
    bibliography: Bibliography


class Addition(NamedTuple):
    """What was decided, and the files that were (or would be) written, and which of them are new."""

    plan: AdditionPlan
    written: tuple[str, ...]
    new: tuple[str, ...]


def add_candidates(project: Project, candidates: Sequence[Candidate], options: AddOptions) -> AdditionPlan:
    """Add the new candidates and report each decision; with ``dry_run`` show them and write nothing.

    Raises a ``CitewellError`` when the bibliography cannot be read or written; then nothing was written.
    """
    added = add_to_bibliography(project, candidates, options)
    report_decisions(added.plan, ReportOptions(added.written, added.new, options.dry_run, options.quiet))
    return added.plan


def add_to_bibliography(project: Project, candidates: Sequence[Candidate], options: AddOptions) -> Addition:
    """Add the new candidates without a word about it; raises as ``add_candidates``."""
    with bibliography_lock(project):
        files = _read_files(project)
        target = _choose_target(project, files, options.to)
        plan = plan_additions(files.bibliography, candidates, merge=options.merge)
        changes = _list_changes(files, target, plan)
        if not options.dry_run:
            _write_changes(changes, files)
    places = read_bibliography(SourceText(each.file.shown, _decode_text(each.after)) for each in changes).bibliography
    touched = _list_changed_keys(changes)
    for decision in plan.decisions:
        decision.idle = decision.merged and not decision.new and decision.key not in touched
        reference = places.references.get(decision.key)
        decision.place = reference.place() if reference else decision.same and decision.same.reference.place()
    written = tuple(change.file.shown for change in changes) or (target.shown,)
    return Addition(plan, written, tuple(shown for shown in written if shown not in files.data))


def check_target(project: Project, to: str | None) -> None:
    """Raise ``click.UsageError`` for a file that cannot be one of the bibliography, before anything is asked."""
    if to is not None:
        name = _normalise_name(project, to)
        there = [path.stem for path in project.references.glob("*.yml")]
        typed = name.removesuffix(".yml")
        meant = next((stem for stem in sorted(there) if stem != typed and is_slip(typed, stem)), None)
        if meant and typed not in there:
            raise click.UsageError(
                f'--to: there is no {REFERENCES_FOLDER}/{name}; did you mean "{meant}"? '
                f"For both, make an empty file {name} first"
            )


def _read_files(project: Project) -> _Files:
    data: dict[str, tuple[SourceFile, bytes]] = {}
    sources = []
    for file in walk_content(project).references:
        found, problems = read_bytes(file, YAML)
        if found is None:
            raise ContentUnreadable(
                f"{file.shown}: cannot be read: {describe_problem(problems[0])}", "Nothing was written."
            )
        sources.append(BibliographyFile(file.shown, found).source)
        data[file.shown] = (file, found)
    return _Files(data, read_bibliography(sources).bibliography)


def _choose_target(project: Project, files: _Files, to: str | None) -> SourceFile:
    """The file to add to: the one named, else the only one, else ``added.yml``. Raises ``click.UsageError``.

    That of a new site's example does not count: it is deleted with the example.
    """
    if to is not None:
        name = _normalise_name(project, to)
    else:
        names = [name for shown in files.data if (name := Path(shown).name) != EXAMPLE_REFERENCES]
        name = names[0] if len(names) == 1 else "added.yml"
    return SourceFile(project.references / name, f"{REFERENCES_FOLDER}/{name}")


def _normalise_name(project: Project, to: str) -> str:
    """The name of a file that was given with or without its folder and ending."""
    given = Path(to)
    folders = {(base / given.parent).resolve() for base in (Path.cwd(), project.root)}
    if given.parent != Path() and (project.references).resolve() not in folders:
        raise click.UsageError(f"--to takes a file in {REFERENCES_FOLDER}/, for example {REFERENCES_FOLDER}/added.yml")
    name = given.name if given.suffix == ".yml" else f"{given.name}.yml"
    if given.suffix in {".yaml", ".json", ".bib"} or not _NAME.fullmatch(name):
        raise click.UsageError(
            f"--to takes the name of a .yml file in {REFERENCES_FOLDER}/, with letters, digits and hyphens"
        )
    return name


def _list_changes(files: _Files, target: SourceFile, plan: AdditionPlan) -> list[Change]:
    """Every file that changes; a new one has no bytes before."""
    spread = _spread_over_files(files, target, plan)
    changes = []
    for shown in sorted({*plan.variables, *spread}):
        before = files.data[shown][1] if shown in files.data else b""
        after = apply_plan(shown, before or NEW_FILE.encode(), spread.get(shown, ()), plan.variables.get(shown, {}))
        file = SourceFile(target.path.with_name(Path(shown).name), shown)
        changes.append(Change(files.data[shown][0] if shown in files.data else file, before, after))
    return [change for change in changes if change.before != change.after]


def _spread_over_files(files: _Files, target: SourceFile, plan: AdditionPlan) -> dict[str, list[Item]]:
    """The new items by file: what the target has no room for goes into ``added-2.yml``, ``added-3.yml`` and so on."""
    spread: dict[str, list[Item]] = {}
    stem = target.shown.removesuffix(".yml")
    shown, number, room = target.shown, 1, _compute_room(files, target.shown, plan)
    for item in plan.added:
        size = _compute_size(format_item(item))
        while size > room and (shown in spread or shown in files.data):
            number += 1
            shown = f"{stem}-{number}.yml"
            room = _compute_room(files, shown, plan)
        spread.setdefault(shown, []).append(item)
        room -= size
    return spread


def _compute_room(files: _Files, shown: str, plan: AdditionPlan) -> int:
    """How many bytes a file can still take, but for what is added to the references in it."""
    before = files.data[shown][1] if shown in files.data else NEW_FILE.encode()
    merged = sum(_compute_size(format_variables(variables, 4)) for variables in plan.variables.get(shown, {}).values())
    return YAML.size - len(before) - merged


def _compute_size(lines: Sequence[str]) -> int:
    """The bytes that lines take at most, an empty line before them and a wider margin included."""
    return sum(len(line.encode()) + _MARGIN for line in ["", *lines])


def _list_changed_keys(changes: Sequence[Change]) -> frozenset[str]:
    """The keys of the references of which anything changes."""
    touched: set[str] = set()
    for change in changes:
        before = read_plain_items(BibliographyFile(change.file.shown, change.before)) if change.before else {}
        after = read_plain_items(BibliographyFile(change.file.shown, change.after))
        touched |= {key for key, item in after.items() if before.get(key) != item}
    return frozenset(touched)


def _write_changes(changes: Sequence[Change], files: _Files) -> None:
    save_changes([change for change in changes if change.file.shown in files.data])
    for change in changes:
        if change.file.shown not in files.data:
            create(change.file, change.after)


def _decode_text(data: bytes) -> str:
    source = decode_text(data, "").source
    return source.text if source else ""


def summarise(plan: AdditionPlan, failed: int) -> str:
    """All decisions in one sentence."""
    added = len(plan.added)
    idle = sum(decision.idle for decision in plan.decisions)
    merged = sum(decision.merged for decision in plan.decisions) - idle
    refused = len(plan.decisions) - added - merged - idle
    parts = [f"{count_noun(added, 'reference')} added"]
    parts += [f"{merged} merged"] if merged else []
    parts += [f"{idle} with nothing to add"] if idle else []
    parts += [f"{refused} already there"] if refused else []
    parts += [f"{failed} not read"] if failed else []
    return ", ".join(parts) + "."
