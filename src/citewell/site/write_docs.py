"""The docs writer: pages and files into ``docs/``, each only if it changed, and nothing of somebody else's touched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from citewell.errors import CannotWrite, ForeignFile, reason
from citewell.site.manifest import OURS, digest, digest_ours, new_files, read_manifest, walk, write_manifest
from citewell.site.sync import sync

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: Committed in every site, so that a clone shows the folder; nothing else in it is.
IGNORE = {
    PurePosixPath(".gitignore"): b"# This folder is made by the build from content_src/: never edit it, never commit it.\n"
    b"*\n!.gitignore\n"
}


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What the writer did: the files it wrote and removed, in order, and how many it left as they were."""

    written: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]
    unchanged: int


def write_docs(docs: Path, files: Mapping[PurePosixPath, bytes]) -> WriteReport:
    """Make ``docs`` hold exactly ``files`` (paths relative to it), and a ``.gitignore``.

    Every file there is checked before the first is touched. Before a change the manifest names the old and the new
    digest of each file. New files are on the disk before the first takes its place, each in one step, and all are in
    place before the manifest forgets the old digests: so the next run accepts what a kill or a power cut leaves.

    Raises ``ForeignFile`` if something there is not what Citewell wrote, ``CannotWrite`` if the system refuses,
    ``ValueError`` for a path that would leave ``docs``.
    """
    wanted = {**files, **IGNORE}
    for path in wanted:
        if path.is_absolute() or ".." in path.parts or str(path) == "." or path.parts[0] in OURS:
            raise ValueError(f"not a path in docs/: {path}")
    if docs.is_symlink() or (docs.exists() and not docs.is_dir()):
        raise ForeignFile("docs: is not a folder", "Citewell writes its pages there. Move it away, then build again.")
    try:
        return _write(docs, wanted)
    except OSError as error:
        raise CannotWrite(f"{error.filename or docs}: cannot be written ({reason(error)})") from error


def _write(docs: Path, wanted: Mapping[PurePosixPath, bytes]) -> WriteReport:
    docs.mkdir(exist_ok=True)
    paths = sorted(walk(docs))  # before the manifest is opened: it could be a link, too
    known = read_manifest(docs)
    digests = {path: digest(data) for path, data in wanted.items()}
    accepted = {path: known.get(path, frozenset()) | {each} for path, each in digests.items()}
    found = digest_ours(docs, paths, known | accepted)

    changed = sorted(path for path, each in digests.items() if found.get(path) != each)
    stale = sorted(path for path in found if path not in wanted)
    finished = {path: frozenset({each}) for path, each in digests.items()}
    if changed or stale:
        write_manifest(docs, known | accepted)
        _remove(docs, stale)
        _replace(docs, {path: wanted[path] for path in changed})
    if finished != known or changed or stale:
        write_manifest(docs, finished)
    return WriteReport(tuple(changed), tuple(stale), len(wanted) - len(changed))


def _remove(docs: Path, stale: list[PurePosixPath]) -> None:
    """Remove files, then every folder that holds nothing, deepest first."""
    for path in stale:
        (docs / path).unlink()
    for folder, _, _ in os.walk(docs, topdown=False):
        if folder != str(docs) and not os.listdir(folder):  # noqa: PTH208 - os.walk gives strings
            os.rmdir(folder)  # noqa: PTH106 - as above


def _replace(docs: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    with new_files(docs) as folder:
        written = {path: folder / str(number) for number, path in enumerate(files)}
        for path, data in files.items():
            written[path].write_bytes(data)
        sync(folder)
        for path, file in written.items():
            target = docs / path
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
    sync(docs)
