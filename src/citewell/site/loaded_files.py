"""Which files of a built site its pages load, and those files under names that hold a digest of their content.

Only what the theme brings is renamed: styles, scripts, the icon, and what styles load. A picture keeps its name, beside
its article, and so does everything that readers save or link to. The search index is named where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from citewell.errors import STILL_THERE, CannotWrite, EngineFailed, reason
from citewell.markup import text
from citewell.model.content_names import add_digest
from citewell.model.published import PublishedSite
from citewell.site.resource_urls import list_style_addresses

# Our own templates write these elements, and no value in a page holds a bare ``>`` (PUB012, and the escaping of values).
_LOADING: Final = re.compile(r"<(?:link|script|img|form)\s[^>]*>")
_ADDRESS: Final = re.compile(r'(\s(?:href|src|data-index)=)"([^"]*)"')


def name_by_content(staged: Path, fixed: Collection[PurePosixPath], url: str = "") -> None:
    """Rename in ``staged`` each file that a page or a style loads, and write the new name wherever it is loaded.

    ``fixed`` are files that stay as they are, ``url`` is the address of the site. Raises ``EngineFailed`` for style
    sheets that load each other, ``CannotWrite``.
    """
    names = _ContentNames(staged, fixed, url)
    try:
        for page in (each for each in list_pages(staged) if each not in fixed):
            before = (staged / page).read_bytes().decode("utf-8", "surrogateescape")
            after = names.rename_in_page(page, before)
            if after != before:
                (staged / page).write_bytes(after.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise CannotWrite(
            f"{error.filename or staged}: cannot be named by its content ({reason(error)})",
            STILL_THERE,
        ) from error


def list_loaded_files(folder: Path, url: str) -> frozenset[PurePosixPath]:
    """The files that the pages of the site in ``folder``, and the styles of these, load; some may be missing.

    ``url`` is the address of the site. A search index is named by its folder: ``pagefind/3f2a9c1b7d04/index.html``.
    """
    site = PublishedSite(url)
    found: set[PurePosixPath] = set()
    waiting = [(page, address) for page in list_pages(folder) for address in _list_addresses(folder / page)]
    while waiting:
        target = site.target(*waiting.pop())
        if target is None or target.file in found:
            continue
        found.add(target.file)
        if target.file.suffix == ".css" and (folder / target.file).is_file():
            style = (folder / target.file).read_text(encoding="utf-8", errors="replace")
            waiting += [(target.file, address) for address in list_style_addresses(style)]
    return frozenset(found)


def list_pages(folder: Path) -> list[PurePosixPath]:
    """The pages of a built site, by path."""
    found = (path for path in folder.rglob("*.html") if path.is_file() and not path.is_symlink())
    return sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in found)


def _list_addresses(page: Path) -> Iterator[str]:
    html = page.read_text(encoding="utf-8", errors="replace")
    for address in {each[2] for tag in _LOADING.finditer(html) for each in _ADDRESS.finditer(tag[0])}:
        yield unescape(address).partition("#")[0]


class _ContentNames:
    """The new name of each file, given when it is first asked for."""

    def __init__(self, staged: Path, fixed: Collection[PurePosixPath], url: str) -> None:
        self._staged, self._fixed = staged, fixed
        self._site = PublishedSite(url) if url else PublishedSite()
        self._names: dict[PurePosixPath, PurePosixPath | None] = {}

    def rename_in_page(self, page: PurePosixPath, html: str) -> str:
        """The HTML of a page with the addresses of what it loads as they are now."""

        def rename(found: re.Match[str]) -> str:
            return f'{found[1]}"{text(self._rename_address(page, unescape(found[2])))}"'

        return _LOADING.sub(lambda tag: _ADDRESS.sub(rename, tag[0]), html)

    def _rename_address(self, base: PurePosixPath, address: str) -> str:
        target = self._site.target(base, address.partition("#")[0])
        name = self._choose_name(target.file) if target else None
        if target is None or name is None:
            return address
        path, mark, fragment = address.partition("#")
        return f"{path[: path.rfind('/') + 1]}{quote(name.name)}{mark}{fragment}"

    def _choose_name(self, file: PurePosixPath) -> PurePosixPath | None:
        """The new name of a file; ``None`` if it keeps its own or is not there."""
        if file not in self._names:
            path = self._staged / file
            if file in self._fixed or file.suffix == ".html" or not path.is_file():
                self._names[file] = None
            else:
                self._names[file] = file  # until its styles are known
                self._names[file] = self._rename_file(file, path)
        elif self._names[file] == file:
            raise EngineFailed(f"{file}: this style sheet loads itself, directly or through another", "Take that out.")
        return self._names[file]

    def _rename_file(self, file: PurePosixPath, path: Path) -> PurePosixPath:
        data = path.read_bytes()
        if file.suffix == ".css":
            style = data.decode("utf-8", "surrogateescape")
            data = self._rewrite_style(file, style).encode("utf-8", "surrogateescape")
        name = add_digest(file, data)
        path.unlink()
        (self._staged / name).write_bytes(data)
        return name

    def _rewrite_style(self, file: PurePosixPath, style: str) -> str:
        """A style with its addresses as they are now."""
        for address in dict.fromkeys(list_style_addresses(style)):
            renamed = self._rename_address(file, address)
            if renamed != address:
                written = rf"""(?<=["'(\s]){re.escape(address)}(?=["')\s;])"""
                style = re.sub(written, renamed.replace("\\", r"\\"), style)
        return style
