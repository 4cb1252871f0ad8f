"""What Citewell wrote into ``docs/``: a digest for each file, so that a file of somebody else is never touched."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from citewell.errors import ForeignFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


MANIFEST: Final = ".citewell.json"
BEING_WRITTEN: Final = ".citewell.tmp"  # the next manifest
NEW_FILES: Final = ".citewell.new"  # a folder
#: What a kill may leave incomplete of them is written over or removed.
OURS: Final = frozenset({MANIFEST, BEING_WRITTEN, NEW_FILES})
NEW_BUILD: Final = "Remove docs/ and build again: everything in it is made from content_src/."


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(docs: Path) -> dict[PurePosixPath, frozenset[str]]:
    """Return each file Citewell wrote, with the digests it may have: two of them while a run changes it.

    Raises ``ForeignFile`` if the manifest is not one.
    """
    try:
        files = json.loads((docs / MANIFEST).read_bytes())["files"]
        return {PurePosixPath(path): frozenset(digests) for path, digests in files.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ForeignFile(f"docs/{MANIFEST}: is damaged", NEW_BUILD) from error


def write_manifest(docs: Path, files: Mapping[PurePosixPath, Iterable[str]]) -> None:
    """Write the manifest in one step, on the disk before anything that relies on it. Raises ``OSError``."""
    text = json.dumps({"files": {str(path): sorted(digests) for path, digests in sorted(files.items())}}, indent=1)
    temporary = docs / BEING_WRITTEN
    with temporary.open("wb") as file:
        file.write(text.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(docs / MANIFEST)


@contextlib.contextmanager
def new_files(docs: Path) -> Iterator[Path]:
    """Give an empty folder in ``docs`` for files that are not in their places yet; it is removed. Raises ``OSError``."""
    folder = docs / NEW_FILES
    if folder.exists():  # a run was killed; ``walk`` has made sure that it is not a link
        shutil.rmtree(folder)
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def walk(docs: Path) -> Iterator[PurePosixPath]:
    """Give every file below ``docs``, in no order, but Citewell's own.

    Raises ``ForeignFile`` at the first link, pipe or other special file, which is never opened or followed.
    """
    folders = [PurePosixPath()]
    while folders:
        folder = folders.pop()
        with os.scandir(docs / folder) as entries:
            for entry in entries:
                path = folder / entry.name
                if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
                    raise ForeignFile(f"docs/{path}: is a link or a special file", "Citewell makes none. Move it away.")
                if str(path) in OURS:
                    continue
                if entry.is_dir():
                    folders.append(path)
                else:
                    yield path


def digest_ours(
    docs: Path, paths: Iterable[PurePosixPath], known: Mapping[PurePosixPath, frozenset[str]]
) -> dict[PurePosixPath, str]:
    """Return the digest of each of the files in ``docs``, after making sure that Citewell wrote it.

    ``known`` is what Citewell wrote, or is about to write. Raises ``ForeignFile`` at the first other file.
    """
    found = {}
    for path in paths:
        if path not in known:
            raise ForeignFile(
                f"docs/{path}: Citewell did not write this file",
                "docs/ is made again by each build. Move the file to content_src/, or away.",
            )
        found[path] = digest((docs / path).read_bytes())
        if found[path] not in known[path]:
            raise ForeignFile(
                f"docs/{path}: was changed since Citewell wrote it",
                "Make the change in content_src/, then remove this file and build again.",
            )
    return found
