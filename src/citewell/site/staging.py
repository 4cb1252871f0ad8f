"""Where a site is made before it is published: a folder beside ``site/``; and what builds that were killed left."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from citewell.errors import IN_PLACE, STILL_THERE, CannotWrite, ForeignFile, reason
from citewell.project import Project
from citewell.work_folder import make_work_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STAGED = "staging-"
REPLACED = "replaced-"


class Identity(NamedTuple):
    """What a folder is to the system, whatever its name."""

    device: int
    inode: int

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The identity of the folder at a path; ``None`` if there is nothing."""
        try:
            found = folder.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino)


def describe_live_site(live: bool) -> str:
    """What is true at the end of a run that failed or was interrupted; ``live``: the new site is in place."""
    return IN_PLACE if live else STILL_THERE


@contextlib.contextmanager
def true_last_words(is_live: Callable[[], bool]) -> Iterator[None]:
    """Have whatever ends the ``with`` block early say which site is in place; ``is_live``: whether the new one is.

    An interruption says it in its ``args``, a ``CannotWrite`` in its hint unless it has one. Raises an ``OSError`` as a
    ``CannotWrite``.
    """
    try:
        yield
    except KeyboardInterrupt as stop:
        if is_live():
            stop.args = (IN_PLACE,)
        raise
    except CannotWrite as error:
        error.hint = error.hint or describe_live_site(is_live())
        raise
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        raise CannotWrite(f"{about}{reason(error)}", describe_live_site(is_live())) from error


@contextlib.contextmanager
def staging(project: Project) -> Iterator[Path]:
    """Give a new, empty folder to build in; whatever is in it at the end of the ``with`` block is removed.

    Clears up after builds that were killed first, so the caller holds the build lock. Raises as ``make_work_folder`` and as
    ``true_last_words``: the new site is in place once this folder has become ``site``.
    """
    work, site = make_work_folder(project), project.site
    recover_site(work, site)
    folder = choose_unused_path(work, STAGED)
    try:
        folder.mkdir()  # not mkdtemp: its mode 0700 would keep a web server out of the published site
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be made ({reason(error)})") from error
    staged = Identity.read(folder)
    with true_last_words(lambda: staged == Identity.read(site)):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def recover_site(work: Path, site: Path) -> None:
    """Put back the site that a kill between two renames left aside, and remove what else killed builds left.

    Where folders are exchanged in one step there is nothing to put back. Raises ``CannotWrite``.
    """
    try:
        aside = sorted(work.glob(f"{REPLACED}*"), key=lambda path: path.stat().st_mtime_ns)
        if aside and not os.path.lexists(site):
            aside.pop().rename(site)
        for left in [*aside, *work.glob(f"{STAGED}*")]:
            shutil.rmtree(left)
    except OSError as error:
        raise CannotWrite(f"{work}: what an earlier build left cannot be removed ({reason(error)})") from error


def choose_unused_path(work: Path, prefix: str) -> Path:
    """Return a path in ``work`` that begins with ``prefix`` and that nothing has."""
    return work / f"{prefix}{secrets.token_hex(6)}"
