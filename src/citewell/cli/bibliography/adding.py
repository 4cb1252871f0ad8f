"""Putting new references into the bibliography: where, what, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import click

from citewell.citations.resolve import is_slip
from citewell.cli.bibliography.telling import Telling, tell
from citewell.cli.project import CONTENT
from citewell.errors import ChangedMeanwhile, ContentUnreadable
from citewell.fixes.bibliography_file import NEW_FILE, BibliographyFile
from citewell.fixes.desk import Change
from citewell.fixes.new_references import Offer, Plan, plain_items, plan, with_plan
from citewell.fixes.save import create, save
from citewell.formats.plain import count
from citewell.model.place import SourceText
from citewell.model.references import Bibliography
from citewell.site.lock import bibliography_lock
from citewell.source.bibliography import read_bibliography
from citewell.source.content_tree import walk_content
from citewell.source.files import YAML, SourceFile, decode, read_bytes

_FOLDER: Final = f"{CONTENT}/references"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}")


@dataclass(frozen=True, slots=True)
class Wish:
    """How references should be added: the file (``None``: the usual one), and what about those that are there."""

    to: str | None = None
    merge: bool = False
    dry_run: bool = False
    quiet: bool = False


class _Files(NamedTuple):
    """The bibliography files of a project as they are on the disk."""

    data: dict[str, tuple[SourceFile, bytes]]
    bibliography: Bibliography


def put(root: Path, offers: Sequence[Offer], wish: Wish) -> Plan:
    """Add what is new and say what became of each offer; with ``dry_run`` show it and write nothing.

    Raises a ``CitewellError`` when the bibliography cannot be read or written; then nothing was written.
    """
    with bibliography_lock(root):
        files = _read(root)
        target = _target(root, files, wish.to)
        made = plan(files.bibliography, offers, merge=wish.merge)
        changes = _changes(files, target, made)
        if not wish.dry_run:
            _write(changes, files)
    places = read_bibliography(SourceText(each.file.shown, _text(each.after)) for each in changes).bibliography
    touched = _touched(changes)
    for outcome in made.outcomes:
        outcome.idle = outcome.merged and not outcome.new and outcome.key not in touched
        reference = places.references.get(outcome.key)
        outcome.place = reference.place() if reference else outcome.same and outcome.same.reference.place()
    tell(made, Telling(target.shown, target.shown not in files.data, wish.dry_run, wish.quiet))
    return made


def check_target(root: Path, to: str | None) -> None:
    """Raise ``click.UsageError`` for a file that cannot be one of the bibliography, before anything is asked."""
    if to is not None:
        name = _named(root, to)
        there = [path.stem for path in (root / CONTENT / "references").glob("*.yml")]
        typed = name.removesuffix(".yml")
        meant = next((stem for stem in sorted(there) if stem != typed and is_slip(typed, stem)), None)
        if meant and typed not in there:
            raise click.UsageError(
                f'--to: there is no {_FOLDER}/{name}; did you mean "{meant}"? For both, make an empty file {name} first'
            )


def _read(root: Path) -> _Files:
    data: dict[str, tuple[SourceFile, bytes]] = {}
    sources = []
    for file in walk_content(root).references:
        found, flaws = read_bytes(file, YAML)
        if found is None:
            raise ContentUnreadable(f"{file.shown}: cannot be read: {flaws[0].detail}", "Nothing was written.")
        sources.append(BibliographyFile(file.shown, found).source)
        data[file.shown] = (file, found)
    return _Files(data, read_bibliography(sources).bibliography)


def _target(root: Path, files: _Files, to: str | None) -> SourceFile:
    """The file to add to: the one named, else the only one, else ``added.yml``. Raises ``click.UsageError``."""
    if to is not None:
        name = _named(root, to)
    else:
        name = Path(next(iter(files.data))).name if len(files.data) == 1 else "added.yml"
    return SourceFile(root / CONTENT / "references" / name, f"{_FOLDER}/{name}")


def _named(root: Path, to: str) -> str:
    """The name of the file that somebody named, with or without its folder and ending."""
    given = Path(to)
    folders = {(base / given.parent).resolve() for base in (Path.cwd(), root)}
    if given.parent != Path() and (root / CONTENT / "references").resolve() not in folders:
        raise click.UsageError(f"--to takes a file in {_FOLDER}/, for example {_FOLDER}/added.yml")
    name = given.name if given.suffix == ".yml" else f"{given.name}.yml"
    if given.suffix in {".yaml", ".json", ".bib"} or not _NAME.fullmatch(name):
        raise click.UsageError(f"--to takes the name of a .yml file in {_FOLDER}/, of letters, figures and hyphens")
    return name


def _changes(files: _Files, target: SourceFile, made: Plan) -> list[Change]:
    """Every file that changes; one that is to be made has nothing before."""
    changes = []
    for shown in sorted({*made.variables, *([target.shown] if made.added else [])}):
        file, before = files.data.get(shown, (target, b""))
        items = made.added if shown == target.shown else []
        after = with_plan(shown, before or NEW_FILE.encode(), items, made.variables.get(shown, {}))
        changes.append(Change(file, before, after))
    return [change for change in changes if change.before != change.after]


def _touched(changes: Sequence[Change]) -> frozenset[str]:
    """The keys of the references of which anything changes."""
    touched: set[str] = set()
    for change in changes:
        before = plain_items(BibliographyFile(change.file.shown, change.before)) if change.before else {}
        after = plain_items(BibliographyFile(change.file.shown, change.after))
        touched |= {key for key, item in after.items() if before.get(key) != item}
    return frozenset(touched)


def _write(changes: Sequence[Change], files: _Files) -> None:
    try:
        save([change for change in changes if change.file.shown in files.data])
    except ChangedMeanwhile as error:
        raise ChangedMeanwhile(error.message.replace("mended", "added to"), error.hint) from error
    for change in changes:
        if change.file.shown not in files.data:
            create(change.file, change.after)


def _text(data: bytes) -> str:
    source = decode(data, "").source
    return source.text if source else ""


def sum_of(made: Plan, failed: int) -> str:
    """All of it in a sentence."""
    added = len(made.added)
    idle = sum(outcome.idle for outcome in made.outcomes)
    merged = sum(outcome.merged for outcome in made.outcomes) - idle
    refused = len(made.outcomes) - added - merged - idle
    parts = [f"{count(added, 'reference')} added"]
    parts += [f"{merged} merged"] if merged else []
    parts += [f"{idle} with nothing to add"] if idle else []
    parts += [f"{refused} there already"] if refused else []
    parts += [f"{failed} not read"] if failed else []
    return ", ".join(parts) + "."
