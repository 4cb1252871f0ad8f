"""Write fixed files: each whole or not at all, and never over a change that somebody made meanwhile."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from citewell.atomic_write import write_beside
from citewell.errors import CannotWrite, ChangedMeanwhile, reason
from citewell.model.file_problems import FileSort
from citewell.source.files import Allowance, SourceFile, read_bytes


class Change(NamedTuple):
    """A file with another text: what the disk held when it was read, and what it should hold."""

    file: SourceFile
    before: bytes
    after: bytes


class NewFile(NamedTuple):
    """A file that is not there yet, and what it should hold."""

    file: SourceFile
    data: bytes


class Move(NamedTuple):
    """A file or folder that gets another name: its paths in the folder ``root``, with ``/``."""

    root: Path
    before: str
    after: str


def save_changes(changes: Sequence[Change]) -> None:
    """Write fixed files. All are compared with what was read before the first is touched, and each once more.

    Raises ``ChangedMeanwhile`` for a file that is no longer what was read (or is a link, or gone), ``CannotWrite`` when
    the system refuses or would give the file to somebody else; in both cases that file is as it was.
    """
    for change in changes:
        _compare(change)
    for change in changes:
        try:
            _replace(change)
        except OSError as error:
            raise CannotWrite(
                f"{change.file.shown}: cannot be written ({reason(error)})", "It is as it was."
            ) from error


def create(file: SourceFile, data: bytes) -> None:
    """Make a file, whole or not at all; its folders too, if they are missing.

    Raises ``ChangedMeanwhile`` if there is one by now, ``CannotWrite`` when the system refuses.
    """
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        with write_beside(file.path, data) as temporary:
            _name(temporary, file.path)
    except FileExistsError as error:
        raise ChangedMeanwhile(f"{file.shown}: was made by somebody else", "Run the command again.") from error
    except OSError as error:
        raise CannotWrite(f"{file.shown}: cannot be made ({reason(error)})", "Nothing was written.") from error


def save_together(changes: Sequence[Change], new: Sequence[NewFile] = ()) -> None:
    """Make files and change others: all of it or, if anything goes wrong, nothing.

    The new files are made first, and each file is exchanged in one step. Raises as ``create`` and ``save_changes`` do;
    what had been written by then is taken back.
    """
    for change in changes:
        _compare(change)
    made: list[NewFile] = []
    done: list[Change] = []
    try:
        for each in new:
            create(each.file, each.data)
            made.append(each)
        for change in changes:
            save_changes([change])
            done.append(change)
    except BaseException:
        save_changes([Change(each.file, each.after, each.before) for each in reversed(done)])
        for each in reversed(made):
            each.file.path.unlink()
        raise


def remove(files: Sequence[Change]) -> None:
    """Remove files that are still what was read. Raises as ``save_changes`` does."""
    for file in files:
        _compare(file)
        try:
            file.file.path.unlink()
        except OSError as error:
            raise CannotWrite(f"{file.file.shown}: cannot be removed ({reason(error)})", "Remove it.") from error


def save_and_move(changes: Sequence[Change], moves: Sequence[Move]) -> None:
    """Change files, then move files and folders: all of it or, if anything goes wrong, nothing.

    Raises as ``save_changes`` does, and ``ChangedMeanwhile`` where something is at a new place; what had been done by
    then is taken back.
    """
    save_together(changes)
    done: list[Move] = []
    try:
        for move in moves:
            _move(move)
            done.append(move)
    except BaseException:
        for move in reversed(done):
            (move.root / move.after).rename(move.root / move.before)
        save_changes([Change(each.file, each.after, each.before) for each in reversed(changes)])
        raise


def _move(move: Move) -> None:
    before, after = move.root / move.before, move.root / move.after
    if os.path.lexists(after):
        raise ChangedMeanwhile(f"{move.after}: was made by somebody else", "Nothing was changed.")
    try:
        before.rename(after)
    except OSError as error:
        raise CannotWrite(f"{move.before}: cannot be moved ({reason(error)})", "Nothing was changed.") from error


def _compare(change: Change) -> None:
    data, _ = read_bytes(change.file, Allowance(FileSort.OTHER, len(change.before)))
    if data != change.before:
        raise ChangedMeanwhile(
            f"{change.file.shown}: was changed by somebody else meanwhile", "It is as it was. Run the command again."
        )


def _replace(change: Change) -> None:
    """Exchange a file for its new text in one step, owner and rights kept."""
    path = change.file.path
    if not os.access(path, os.W_OK):
        raise PermissionError(0, "it is write-protected")
    with write_beside(path, change.after, path.stat()) as temporary:
        _compare(change)
        temporary.replace(path)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, if nobody else took it meanwhile, which a renaming would not see."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError from None
        temporary.rename(path)
