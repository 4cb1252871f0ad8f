"""The pages of a built site that are looked at, and the file of the content that each is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from citewell.audit.page_source import PageSource
from citewell.errors import AuditFailed
from citewell.project import CONTENT, SITE, Project
from citewell.site.loaded_files import list_pages

_NOT_FOUND: Final = PurePosixPath("404.html")
#: An address that no page has: what a reader with an old link opens.
_MISSING: Final = "no/such/page/"
_SENDS_ON: Final = re.compile(r'<meta http-equiv="?refresh', re.IGNORECASE)
_ELEMENT: Final = re.compile(r"<([a-z][a-z0-9]*)(?: [^>]*?class=\"([^\">]*))?")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of ``site/``: its file there, and the address at which readers find it, below the site's own."""

    path: PurePosixPath
    address: str


def choose_pages(project: Project, every: bool) -> list[BuiltPage]:
    """The pages to look at, in the order of their paths: ``every`` one, or a page of each kind.

    Without ``every`` they are so many that each kind of element of the site, by its name and classes, is on one of
    them: so every kind of page is there, and every block. Raises ``AuditFailed`` if there is no built site.
    """
    parts = {
        path: _list_parts(html)
        for path in list_pages(project.site)
        if not _SENDS_ON.search(html := (project.site / path).read_text(encoding="utf-8", errors="replace"))
    }
    if PurePosixPath("index.html") not in parts:
        raise AuditFailed(f"there is no built site in {SITE}/", "run citewell build first")
    chosen = list(parts) if every else _cover(parts)
    return [BuiltPage(path, _choose_address(path)) for path in sorted(chosen)]


def _list_parts(html: str) -> frozenset[str]:
    """The kinds of element of a page, by their names and classes."""
    found: set[str] = set()
    for name, classes in _ELEMENT.findall(html):
        found.update(f"{name}.{each}" for each in classes.split()) if classes else found.add(name)
    return frozenset(found)


def _cover(parts: Mapping[PurePosixPath, frozenset[str]]) -> list[PurePosixPath]:
    """Few pages on which all parts are: each time the one with most that is new, of equals the first by its path."""
    missing = frozenset().union(*parts.values())
    chosen = []
    while missing:
        best = max(sorted(parts), key=lambda path: len(parts[path] & missing))
        chosen.append(best)
        missing -= parts[best]
    return chosen


def _choose_address(path: PurePosixPath) -> str:
    if path == _NOT_FOUND:
        return _MISSING
    return quote(str(path).removesuffix("index.html"))


def read_source(page: BuiltPage, project: Project) -> PageSource:
    """The file that the page is written in; the page itself, without its text, where the program makes it."""
    folder = page.path.parent
    written = f"{CONTENT}/{folder}/article.md" if folder.parent.name == "articles" else f"{CONTENT}/pages/{folder}.md"
    file = project.root / written
    if not file.is_file():
        return PageSource(f"{SITE}/{page.path}")
    return PageSource(written, file.read_text(encoding="utf-8", errors="replace"))
