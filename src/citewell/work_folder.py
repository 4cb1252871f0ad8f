"""The folder ``.citewell/`` of a project: files of the program itself, which may be deleted at any time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from citewell.errors import CannotWrite, ForeignFile, reason
from citewell.project import WORK, Project


def make_work_folder(project: Project) -> Path:
    """Make ``.citewell/`` unless it exists, and return it: the program's files, on the file system of ``site/``.

    Raises ``ForeignFile`` if a file or a link is there or a link is anywhere in it, ``CannotWrite`` if it cannot be
    made.
    """
    work = project.work
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        raise ForeignFile(f"{WORK}: is not a folder", "Citewell keeps its own files there. Move it away.")
    try:
        work.mkdir(exist_ok=True)
        if link := next(_list_links(work), None):  # git carries links, and what they lead to would be written over
            raise ForeignFile(f"{link.relative_to(project.root)}: is a link", "Citewell makes none there. Remove it.")
        ignore = work / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")
    except OSError as error:
        raise CannotWrite(f"{WORK}: cannot be made ({reason(error)})") from error
    return work


def _list_links(folder: Path) -> Iterator[Path]:
    """Every link in a folder, however deep; none is followed."""
    for path, folders, files in os.walk(folder):
        for name in (*folders, *files):
            if os.path.islink(found := os.path.join(path, name)):  # noqa: PTH114, PTH118 - thousands, a preview's too
                yield Path(found)
