"""The files around the content that ``citewell init`` wrote: those that nobody changed are renewed.

The record of a site says by digests what the program wrote. A file that is no longer so, or that somebody deleted, is
the team's own: it is never written, and named if the program would now write something else than the last time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from citewell.errors import CannotWrite
from citewell.fixes.save import Change, NewFile
from citewell.project import Project
from citewell.rules import describe_problem
from citewell.source.files import STATIC, SourceFile, read_bytes
from citewell.upgrade.content_texts import NOTHING_DONE

_NOT_A_RECORD: Final = f"Take it from an earlier version of the site, or delete it. {NOTHING_DONE}"


@dataclass(frozen=True, slots=True)
class StarterUpgrade:
    """The files to change, to make and to remove; ``kept`` are those that are the team's own and are now older."""

    changes: tuple[Change, ...] = ()
    new: tuple[NewFile, ...] = ()
    removed: tuple[Change, ...] = ()
    kept: tuple[str, ...] = ()


def plan_starter_upgrade(
    project: Project, record: str, wanted: Mapping[str, bytes], belongs_to_program: Callable[[str], bool]
) -> StarterUpgrade | None:
    """Plan to renew what ``citewell init`` wrote; ``None`` for a site without a record, which it did not make.

    ``record`` is the path of the record; ``wanted`` is what the program writes today, by paths, with the new record
    under that path. The files by which the site gets the program belong together, so they are renewed if none of them
    was changed. Raises ``CannotWrite`` if a file cannot be read.
    """
    data = _read(project, record)
    if data is None:
        return None
    written = _read_record(data, record)
    found = {path: _read(project, path) for path in sorted({*written, *wanted} - {record})}
    own = {path for path, held in found.items() if _is_own(held, written.get(path), wanted.get(path))}
    if any(belongs_to_program(path) for path in own):
        own |= {path for path in found if belongs_to_program(path)}
    after = {path: wanted.get(path) for path in found if path not in own} | {record: wanted[record]}
    return StarterUpgrade(*_compare(project, {**found, record: data}, after), tuple(_list_older(own, written, wanted)))


def _is_own(held: bytes | None, written: str | None, wanted: bytes | None) -> bool:
    """Whether a file is no longer what the program wrote; ``None``: it is not there, or was not or is not written."""
    if held is None:
        return written is not None
    return held != wanted and _digest(held) != written


def _compare(
    project: Project, found: Mapping[str, bytes | None], after: Mapping[str, bytes | None]
) -> tuple[tuple[Change, ...], tuple[NewFile, ...], tuple[Change, ...]]:
    """The files to change, to make and to remove so that what was found becomes what is to be there."""
    changes, new, removed = [], [], []
    for path, data in sorted(after.items()):
        file, held = SourceFile(project.root / path, path), found[path]
        if data is None and held is not None:
            removed.append(Change(file, held, b""))
        elif data is not None and held is None:
            new.append(NewFile(file, data))
        elif data is not None and held is not None and data != held:
            changes.append(Change(file, held, data))
    return tuple(changes), tuple(new), tuple(removed)


def _list_older(own: set[str], written: Mapping[str, str], wanted: Mapping[str, bytes]) -> Iterator[str]:
    """The team's own files for which the program has something that it did not have the last time."""
    return (path for path in sorted(own) if path in wanted and _digest(wanted[path]) != written.get(path))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(project: Project, path: str) -> bytes | None:
    """What a file holds, ``None`` if there is none."""
    file = SourceFile(project.root / path, path)
    if not file.path.exists() and not file.path.is_symlink():
        return None
    data, problems = read_bytes(file, STATIC)
    if data is None:
        raise CannotWrite(f"{path}: {describe_problem(problems[0])}", NOTHING_DONE)
    return data


def _read_record(data: bytes, path: str) -> dict[str, str]:
    """The digests of what the program wrote, by paths in the site's folder."""
    try:
        files = json.loads(data)["files"]
        pairs = [(str(name), str(digest)) for name, digest in files.items()]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotWrite(f"{path}: this is not what citewell init wrote", _NOT_A_RECORD) from error
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name for name, _ in pairs):
        raise CannotWrite(f"{path}: names a file that is not in the site's folder", _NOT_A_RECORD)
    return dict(pairs)
