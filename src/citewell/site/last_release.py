"""The release in ``site/`` while the next is made: what readers may still have open."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.errors import STILL_THERE, CannotWrite, reason
from citewell.model.content_names import content_digest, folder_digest, is_digest, remove_digest
from citewell.model.published import PublishedSite
from citewell.model.addresses import SEARCH_INDEX
from citewell.outputs.search.index_files import read_indexed_pages
from citewell.site.loaded_files import list_loaded_files

_INDEX: Final = PurePosixPath(SEARCH_INDEX)


def keep_for_open_pages(last: Path, staged: Path, site: PublishedSite) -> int:
    """Put into ``staged`` the files of the ``last`` release that its pages load by names that hold a digest.

    A reader may have such a page open, and load its script or search index only now. What that release had kept itself
    is left out, unless ``staged`` is the same release once more. Only what is whole is kept: its content is what its
    name says. An index in which something is found that was withdrawn or taken back since is not. ``site`` is what
    ``staged`` holds.
    Returns how many files there are now besides. Raises ``CannotWrite``.
    """
    if not last.is_dir():
        return 0
    try:
        there, here = _list_files(last), _list_files(staged)
        named = {file for file in there - here if _find_index(file) or remove_digest(file) != file}
        if not _is_same(last, staged, there - named, here):
            loaded = list_loaded_files(last, site.url)
            indexes = {file.parent for file in loaded if file.parent.parent == _INDEX}
            named &= {*loaded, *(file for file in there if indexes.intersection(file.parents))}
        kept = _list_whole_files(last, named, site)
        for file in kept:
            (staged / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(last / file, staged / file)
    except OSError as error:
        raise CannotWrite(
            f"{error.filename or last}: cannot be kept for readers with an open page ({reason(error)})",
            STILL_THERE,
        ) from error
    return len(kept)


def _list_files(folder: Path) -> set[PurePosixPath]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {PurePosixPath(path.relative_to(folder).as_posix()) for path in found}


def _find_index(file: PurePosixPath) -> PurePosixPath | None:
    """The folder of the search index that a file belongs to."""
    return next((each for each in file.parents if each.parent == _INDEX and is_digest(each.name)), None)


def _is_same(last: Path, staged: Path, there: Iterable[PurePosixPath], here: set[PurePosixPath]) -> bool:
    """Whether every file of ``here`` was published before as it is now, and no other was."""
    return here.issuperset(there) and all(
        (last / file).is_file() and filecmp.cmp(last / file, staged / file, shallow=False) for file in sorted(here)
    )


def _list_whole_files(last: Path, named: set[PurePosixPath], site: PublishedSite) -> list[PurePosixPath]:
    """The files whose content is what their names say; an index as a whole or not at all."""
    indexes: dict[PurePosixPath, dict[str, bytes]] = {}
    whole = []
    for file in sorted(named):
        data = (last / file).read_bytes()
        if index := _find_index(file):
            indexes.setdefault(index, {})[file.relative_to(index).as_posix()] = data
        elif content_digest(data) in file.stem.split("."):
            whole.append(file)
    leading_on = {path for path, card in site.pages.items() if card.leads_to}
    for index, files in indexes.items():
        found = read_indexed_pages(last / index)
        if folder_digest(files) == index.name and found is not None and found <= site.searched | leading_on:
            whole += [index / name for name in files]
    return whole
