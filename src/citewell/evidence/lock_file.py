"""Writing ``content_src/references.lock``: whole or not at all, and never over changes made meanwhile."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citewell.atomic_write import write_beside
from citewell.errors import CannotWrite, ChangedMeanwhile, reason
from citewell.model.lock_text import write_lock_text
from citewell.project import LOCK

if TYPE_CHECKING:
    from pathlib import Path

    from citewell.model.evidence import Lock
    from citewell.project import Project


@dataclass(slots=True)
class LockFile:
    """The lock of a project in ``path``, and ``held``, its bytes as they were last read or written (``None``: no file).

    ``save`` is called many times in a long run; a text that is the same is not written.
    """

    path: Path
    held: bytes | None

    @classmethod
    def open(cls, project: Project) -> LockFile:
        """The lock file of a project, with its current bytes. Raises ``CannotWrite``."""
        return cls(project.lock, _read_bytes(project.lock))

    def save(self, lock: Lock) -> bool:
        """Exchange the file for the text of a lock in one step, its rights kept; whether anything was written.

        Raises ``ChangedMeanwhile`` if it is no longer what this run knows, ``CannotWrite`` if the system refuses; it is
        then as it was.
        """
        data = write_lock_text(lock).encode()
        if _read_bytes(self.path) != self.held:
            raise ChangedMeanwhile(
                f"{LOCK}: was changed while references were being checked", "It is as it was. Run the command again."
            )
        if data == self.held:
            return False
        try:
            _replace_file(self.path, data)
        except OSError as error:
            raise CannotWrite(f"{LOCK}: cannot be written ({reason(error)})", "It is as it was.") from error
        self.held = data
        return True


def _read_bytes(path: Path) -> bytes | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise CannotWrite(f"{LOCK}: is not a file of its own", "Move it away, then run the command again.")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(f"{LOCK}: cannot be read ({reason(error)})") from error


def _replace_file(path: Path, data: bytes) -> None:
    like = path.stat() if path.exists() else None
    with write_beside(path, data, like) as temporary:
        temporary.replace(path)
