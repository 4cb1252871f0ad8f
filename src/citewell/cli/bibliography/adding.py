"""Putting new references into the bibliography: where, what, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import click

from citewell.cli.project import CONTENT
from citewell.cli.terminal import say_all
from citewell.errors import ChangedMeanwhile, ContentUnreadable
from citewell.evidence.items.text import item_lines
from citewell.fixes.bibliography_file import NEW_FILE, BibliographyFile
from citewell.fixes.desk import Change
from citewell.fixes.new_references import Offer, Outcome, Plan, plan, with_plan
from citewell.fixes.save import create, save
from citewell.formats.plain import count, visible
from citewell.model.place import SourceText
from citewell.model.references import Bibliography
from citewell.site.lock import bibliography_lock
from citewell.source.bibliography import read_bibliography
from citewell.source.content_tree import walk_content
from citewell.source.files import YAML, SourceFile, decode, read_bytes

_FOLDER: Final = f"{CONTENT}/references"
_BARE: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:/-]*[A-Za-z0-9_])?")
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
    for outcome in made.outcomes:
        reference = places.references.get(outcome.key)
        outcome.place = reference.place() if reference else outcome.same and outcome.same.reference.place()
    _show(made, wish)
    return made


def check_target(root: Path, to: str | None) -> None:
    """Raise ``click.UsageError`` for a file that cannot be one of the bibliography, before anything is asked."""
    if to is not None:
        _named(root, to)


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


def _show(made: Plan, wish: Wish) -> None:
    if wish.dry_run:
        for outcome in made.outcomes:
            if outcome.same is None:
                say_all((visible(line) for line in item_lines(outcome.item)), exact=True)
            else:
                click.echo("\n".join(_said(outcome, wish)), err=True)
        return
    for outcome in made.outcomes:
        lines = list(_said(outcome, wish))
        if outcome.same and not outcome.merged:
            click.echo("\n".join(lines), err=True)
        elif not wish.quiet:
            say_all(lines)


def _said(outcome: Outcome, wish: Wish) -> Iterator[str]:
    """What became of one offer, in lines."""
    key = click.style(outcome.key, bold=True)
    offered = visible(outcome.offer.label)
    new = ", ".join(outcome.new)
    if outcome.same is None:
        title = visible(str(outcome.item.get("title", "without a title")))
        yield f"Added {key}: {title}"
        yield f"    {outcome.place or ''}   cite it as {_citation(outcome.key)}"
        if outcome.like:
            other = outcome.like.reference
            yield (
                f'    warning: it looks like "{other.key}" ({other.place()}): {outcome.like.sign.words}. '
                "If it is the same work, keep one of them."
            )
    elif outcome.merged:
        what = f"added {new}" if new else "it lacks none of its variables"
        would = "Would merge" if wish.dry_run else "Merged"
        yield f"{would} {offered} into {key} ({outcome.place}): {what}"
    else:
        yield (
            f'Not added: {offered} is in the bibliography already, as "{outcome.key}" ({outcome.place}): '
            f"{outcome.same.sign.words}"
        )
        yield f"    hint: cite it as {_citation(outcome.key)}{f'; --merge would add its {new}' if new else ''}"


def _citation(key: str) -> str:
    """How a key is cited: one with odd characters needs braces."""
    return f"[@{key}]" if _BARE.fullmatch(key) else f"[@{{{key}}}]"


def sum_of(made: Plan, failed: int) -> str:
    """All of it in a sentence."""
    added = len(made.added)
    merged = sum(outcome.merged for outcome in made.outcomes)
    refused = len(made.outcomes) - added - merged
    parts = [f"{count(added, 'reference')} added"]
    parts += [f"{merged} merged"] if merged else []
    parts += [f"{refused} there already"] if refused else []
    parts += [f"{failed} not read"] if failed else []
    return ", ".join(parts) + "."
