"""One build, one preview and one check of references at a time in a project; a process that ends gives up its locks."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from citewell.errors import AnotherBuildRuns, CannotWrite, reason
from citewell.work_folder import make_work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathlib import Path

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
    """Hold the lock on writing the references of a project, which no process holds for long."""
    return _hold_lock(project, "change to the references", "Wait until it has ended, then try again.", seconds=20)


def resolve_lock(project: Project) -> contextlib.AbstractContextManager[None]:
    """Hold the lock on checking references online; raises as ``build_lock``. A build may run beside it."""
    return _hold_lock(project, "check of references", "Wait until it has ended, then try again.")


@contextlib.contextmanager
def _hold_lock(project: Project, what: str, hint: str, seconds: float = 0) -> Iterator[None]:
    """A lock on ``.citewell/build.lock`` or the like; ``seconds`` is how long to wait for it.

    The file stays, because removing it would let two builds lock two files of one name. It holds the process id, for
    people to read. A lock that the system does not give is an error, never a file that somebody has to remove.
    """
    path = make_work_folder(project) / f"{what.replace(' ', '-')}.lock"
    lock = FileLock(path, timeout=seconds, fallback_to_soft=False, on_acquired=_write_process_id)
    try:
        lock.acquire()
    except Timeout as error:
        raise AnotherBuildRuns(f"another {what} of this site is running{_describe_holder(path)}", hint) from error
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be locked ({reason(error)})") from error
    try:
        yield
    finally:
        lock.release()


def _write_process_id(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))


def _describe_holder(path: Path) -> str:
    """The process that holds the lock, if the system lets others read the file (Windows does not)."""
    with contextlib.suppress(OSError):
        process = path.read_bytes()[:20].strip()
        if process.isdigit():
            return f" (process {process.decode('ascii')})"
    return ""
