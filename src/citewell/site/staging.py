"""Where a site is made before it is published: a folder beside ``site/``; and what builds that were killed left."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from citewell.errors import CannotWrite, ForeignFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORK = ".citewell"
STAGED = "staging-"
REPLACED = "replaced-"


def work_folder(root: Path) -> Path:
    """Return ``.citewell/`` in ``root``, made if need be: a build's own files, on the file system of ``site/``.

    Raises ``ForeignFile`` if a file or a link stands there, ``CannotWrite`` if it cannot be made.
    """
    work = root / WORK
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        raise ForeignFile(f"{WORK}: is not a folder", "Citewell keeps its own files there. Move it away.")
    try:
        work.mkdir(exist_ok=True)
        ignore = work / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")
    except OSError as error:
        raise CannotWrite(f"{WORK}: cannot be made ({error.strerror})") from error
    return work


@contextlib.contextmanager
def staging(root: Path, site: Path) -> Iterator[Path]:
    """Give a new, empty folder to build in; whatever is in it at the end of the ``with`` block is removed.

    Clears up after builds that were killed first, so the caller holds the build lock. Raises as ``work_folder``.
    """
    work = work_folder(root)
    recover(work, site)
    folder = unused(work, STAGED)
    try:
        folder.mkdir()  # not mkdtemp: its mode 0700 would keep a web server out of the published site
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be made ({error.strerror})") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def recover(work: Path, site: Path) -> None:
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
        raise CannotWrite(f"{work}: what an earlier build left cannot be removed ({error.strerror})") from error


def unused(work: Path, prefix: str) -> Path:
    """Return a path in ``work`` that begins with ``prefix`` and that nothing has."""
    return work / f"{prefix}{secrets.token_hex(6)}"
