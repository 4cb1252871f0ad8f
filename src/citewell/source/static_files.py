"""``content_src/static/``: the files that are published as they are. Here their names are judged; none is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from citewell.diagnostics import Location
from citewell.model.file_problems import FileTooLarge, StaticFault, UnpublishedFile
from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import StaticFile
from citewell.source.file_names import is_debris, judge_file_name
from citewell.source.files import STATIC, Listing, SourceFile

#: Names at the root that hosts ask for, though they begin unlike any other: settings of Netlify, Cloudflare and GitLab;
#: of GitHub Pages, Apache and Codeberg; and the folder of RFC 8615, such as for security.txt.
OF_HOSTS: Final = frozenset(
    {"_headers", "_redirects", "_routes.json", ".nojekyll", ".htaccess", ".domains", ".well-known"}
)
#: What MkDocs makes pages of.
_MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
#: Hidden files that desktops, editors and version control leave. Any other was put there for some purpose.
_HIDDEN_DEBRIS: Final = re.compile(
    r"\.(?:ds_store|_.*|git(?:keep|ignore|attributes)?|directory|localized|keep|~lock\..*#|.*\.sw[g-px]|.*~|"
    r"fuse_hidden.*|nfs[0-9a-f]+|.*\.[0-9a-f]{12})",  # the last: our own, while a file is exchanged
    re.IGNORECASE | re.DOTALL,
)
_DEEPEST: Final = 10  # folders in one another; far beyond what anybody sorts files into


def is_static_debris(name: str) -> bool:
    """Whether a file is nobody's: as anywhere in the content, but hidden files may have a purpose here."""
    return _HIDDEN_DEBRIS.fullmatch(name) is not None if name.startswith(".") else is_debris(name)


def walk_static_files(
    here: SourceFile, list_folder: Callable[[SourceFile], Listing], note: Callable[[AnyProblem], None]
) -> Iterator[StaticFile]:
    """The files of a folder, and of those in it, that can be published; ``note`` takes what is wrong with others."""
    return _walk(here, PurePosixPath(), list_folder, note)


def _walk(
    here: SourceFile,
    path: PurePosixPath,
    list_folder: Callable[[SourceFile], Listing],
    note: Callable[[AnyProblem], None],
) -> Iterator[StaticFile]:
    listing = list_folder(here)
    for file in listing.files:
        problem = _judge_name(path / file.path.name, file) or _judge_file(file)
        if problem:
            note(problem)
        else:
            yield StaticFile(str(path / file.path.name), file.shown, file.path)
    for folder in listing.folders:
        inside = path / folder.path.name
        problem = _judge_name(inside, folder)
        if problem is None and len(inside.parts) > _DEEPEST:
            problem = Problem(Location(folder.shown), UnpublishedFile(StaticFault.TOO_DEEP))
        if problem:
            note(problem)
        else:
            yield from _walk(folder, inside, list_folder, note)


def _judge_name(path: PurePosixPath, file: SourceFile) -> AnyProblem | None:
    if str(path) in OF_HOSTS:
        return None
    if path.name.startswith("."):
        return Problem(Location(file.shown), UnpublishedFile(StaticFault.HIDDEN))
    return judge_file_name(path.name, file.shown)


def _judge_file(file: SourceFile) -> AnyProblem | None:
    if file.path.suffix.lower() in _MARKDOWN:
        return Problem(Location(file.shown), UnpublishedFile(StaticFault.MARKDOWN))
    size = file.path.lstat().st_size if file.path.exists() else 0
    return Problem(Location(file.shown), FileTooLarge(STATIC.sort, size, STATIC.size)) if size > STATIC.size else None
