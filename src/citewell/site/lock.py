"""One build, one preview and one look-up at a time in a project: locks that the system lets go of when the process ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import IO, TYPE_CHECKING

from citewell.errors import AnotherBuildRuns, CannotWrite, reason
from citewell.site.staging import make_work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citewell.project import Project


def build_lock(project: Project) -> contextlib.AbstractContextManager[None]:
    """Hold the build lock of a project for the time of a ``with`` block.

    Raises ``AnotherBuildRuns`` at once if it is taken, ``CannotWrite`` if the file cannot be opened or locked.
    """
    return _hold_lock(project, "build", "Wait until it has ended, then build again.")


def preview_lock(project: Project) -> contextlib.AbstractContextManager[None]:
    """Hold the preview lock of a project; raises as ``build_lock``. A build may run beside a preview."""
    return _hold_lock(project, "preview", "Look at that one, or end it with Ctrl-C where it was begun.")


def bibliography_lock(project: Project) -> contextlib.AbstractContextManager[None]:
    """Hold the lock on writing the bibliography of a project; whoever has it soon gives it back."""
    return _hold_lock(project, "adding of references", "Wait until it has ended, then try again.", patience=20)


def look_up_lock(project: Project) -> contextlib.AbstractContextManager[None]:
    """Hold the lock of looking references up; raises as ``build_lock``. A build may run beside it."""
    return _hold_lock(project, "look-up", "Wait until it has ended, then try again.")


@contextlib.contextmanager
def _hold_lock(project: Project, what: str, hint: str, patience: float = 0) -> Iterator[None]:
    """A lock on ``.citewell/build.lock`` or the like: ``flock`` where there is one, ``msvcrt.locking`` on Windows.

    The file stays (removing it would let two builds lock two files of one name); it holds the process id, for people to
    read. ``patience`` is in seconds.
    """
    path = make_work_folder(project) / f"{what.replace(' ', '-')}.lock"
    until = time.monotonic() + patience
    try:
        file = path.open("a+", encoding="ascii")
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be opened ({reason(error)})") from error
    with file:
        while not (taken := _take_lock(file)) and time.monotonic() < until:
            time.sleep(0.05)
        if not taken:
            raise AnotherBuildRuns(f"another {what} of this site is running" + _describe_holder(file), hint)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _describe_holder(file: IO[str]) -> str:
    file.seek(0)
    pid = file.read(20).strip()
    return f" (process {pid})" if pid.isdecimal() else ""


if sys.platform == "win32":
    import msvcrt

    def _take_lock(file: IO[str]) -> bool:
        # Far beyond the text, because Windows forbids others to read the locked bytes.
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise CannotWrite(f"{file.name}: this file system has no locks ({reason(error)})") from error
        return True
