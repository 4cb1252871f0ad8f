"""Results of articles from earlier runs, in a file of ``.citewell/`` that may be deleted at any time.

A result is kept under the digest of all that it depends on: the program, what was asked of it, and the context of the
article. The digest of the files on the disk leads to it, so that an article of which nothing has changed need not even
be read. What is damaged, or was kept by another version of the program, is never used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import citewell
from citewell.errors import CannotWrite, CitewellError, reason
from citewell.model.packed import pack_value, unpack_value
from citewell.project import Project
from citewell.work_folder import make_work_folder

_PROGRAM: Final = Path(citewell.__file__).parent
LARGEST: Final = 512 << 20
"""Bytes of the file; beyond them, a run removes what it did not use."""
_PATIENCE: Final = 2.0  # seconds to wait for another process that is writing
_AT_ONCE: Final = 100  # entries that are held until they are written
_CHECKSUM: Final = 16  # bytes
_TABLE: Final = "CREATE TABLE IF NOT EXISTS entries (name BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID"


class ResultStore:
    """Values by the digest of what they depend on, from this run and earlier ones; used in a ``with`` statement.

    Whatever is wrong with the file, the store is only of no use: it raises nothing, and gives no value that was not put
    under exactly that digest by this version of the program. Processes may use one file at the same time.
    """

    def __init__(self, path: Path | None = None, largest: int = LARGEST) -> None:
        """``largest`` is the size of the file in bytes beyond which old values are removed; without one all is lost."""
        self._path, self._largest = path or Path(), largest
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._file = _open(path) if path else None
        self._program = digest_program() if self._file else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._write()
        self._shrink()
        if self._file is not None:
            self._file.close()
            self._file = None

    def get(self, digest: str) -> Any:
        """The value that was kept under a digest; ``None`` if there is none, or none that is whole."""
        name = self._name(digest)
        found = self._new.get(name) or self._ask("SELECT data FROM entries WHERE name = ?", name)
        if not isinstance(found, bytes) or found[:_CHECKSUM] != _sum_up(name, found[_CHECKSUM:]):
            return None
        try:
            value = unpack_value(found[_CHECKSUM:])
        except ValueError:  # only somebody who forges the checksum as well gets here
            return None
        self._used.add(name)
        return value

    def keep(self, digest: str, value: object) -> None:
        """Keep a plain value (see ``pack_value``) under a digest."""
        if self._file is not None:
            name, data = self._name(digest), pack_value(value)
            self._new[name] = _sum_up(name, data) + data
            self._used.add(name)
            if len(self._new) >= _AT_ONCE:
                self._write()

    def _name(self, digest: str) -> bytes:
        return hashlib.sha256(f"{self._program} {digest}".encode()).digest()

    def _write(self) -> None:
        rows = list(self._new.items())
        self._new = {}
        self._change("INSERT OR REPLACE INTO entries VALUES (?, ?)", rows)

    def _shrink(self) -> None:
        """Remove what this run did not use, if the file is too large."""
        if self._file is not None and self._path.exists() and self._path.stat().st_size > self._largest:
            self._ask("CREATE TEMP TABLE used (name BLOB PRIMARY KEY)")
            self._change("INSERT OR IGNORE INTO used VALUES (?)", [(name,) for name in self._used])
            self._change("DELETE FROM entries WHERE name NOT IN (SELECT name FROM used)", [()])
            self._ask("VACUUM")

    def _ask(self, question: str, *values: object) -> object:
        """The first value of the first row of an answer; ``None`` without one."""
        if self._file is None:
            return None
        try:
            row = self._file.execute(question, values).fetchone()
        except sqlite3.OperationalError:  # another process is writing
            return None
        except sqlite3.DatabaseError:
            self._give_up(self._file)
            return None
        return row[0] if row else None

    def _change(self, change: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._file is None or not rows:
            return
        try:
            with self._file:
                self._file.executemany(change, rows)
        except sqlite3.OperationalError:
            return  # another process is writing, or the disk is full
        except sqlite3.DatabaseError:
            self._give_up(self._file)

    def _give_up(self, file: sqlite3.Connection) -> None:
        """Remove a damaged file, so that the next run begins with a new one."""
        file.close()
        self._file = None
        with contextlib.suppress(OSError):
            _remove(self._path)


def _open(path: Path) -> sqlite3.Connection | None:
    """The file, made if need be; ``None`` where none can be."""
    try:
        file = sqlite3.connect(path, timeout=_PATIENCE)
    except sqlite3.OperationalError:
        return None
    try:
        file.execute("PRAGMA synchronous = OFF")  # what a power cut spoils, its checksum shows
        file.execute(_TABLE)
    except sqlite3.OperationalError:  # it cannot be written
        file.close()
        return None
    except sqlite3.DatabaseError:  # it is something else: the next run begins with a new one
        file.close()
        with contextlib.suppress(OSError):
            _remove(path)
        return None
    return file


def _remove(path: Path) -> None:
    """Remove the file, and what a killed process was about to write. Raises ``OSError``."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink()


def clear_results(path: Path) -> int:
    """Remove the results of earlier runs; return how many bytes they took. Raises ``CannotWrite``."""
    try:
        size = path.stat().st_size
        _remove(path)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be removed ({reason(error)})") from error
    return size


def open_results(project: Project) -> ResultStore:
    """The results of earlier runs; where ``.citewell/`` cannot be made, a store that keeps nothing."""
    try:
        make_work_folder(project)
    except CitewellError:
        return ResultStore()
    return ResultStore(project.results)


@cache
def digest_program() -> str:
    """The digest of the program: its own files, the packages beside it by name and version, and Python."""
    digest = hashlib.sha256(sys.version.encode())
    for folder, folders, files in os.walk(_PROGRAM):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        for name in sorted(files):
            path = Path(folder, name)
            digest.update(f"\n{path.relative_to(_PROGRAM)}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    places = [Path(each) for each in sys.path if each.endswith("-packages")]  # Debian's is dist-packages
    packages = sorted(each.name for place in places for each in place.glob("*.dist-info"))
    digest.update("\n".join(packages).encode())
    return digest.hexdigest()


def _sum_up(name: bytes, data: bytes) -> bytes:
    return hashlib.sha256(name + data).digest()[:_CHECKSUM]
