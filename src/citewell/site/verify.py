"""The facts of a staged site, read from its files as a browser would read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.errors import STILL_THERE, EngineFailed
from citewell.model.addresses import SEARCH
from citewell.model.packed import Packed
from citewell.model.published import Expected, PublishedPage, PublishedSite
from citewell.outputs.search.index_files import read_indexed_pages
from citewell.site.loaded_files import list_pages
from citewell.site.page_reader import read_page, read_title
from citewell.site.resource_urls import list_style_addresses

_NOWHERE: Final = "https://site.invalid/"
_SEARCH_PAGE: Final = PurePosixPath(SEARCH) / "index.html"


def read_published(
    staged: Path,
    expected: Mapping[PurePosixPath, Packed[Expected]],
    url: str = "",
    demonstration: bool = False,
    literal: frozenset[str] = frozenset(),
    last: Path | None = None,
) -> PublishedSite:
    """Read every page in ``staged``. ``expected`` says by path what the content's pages must show.

    ``url`` is the address the site will have, ``demonstration`` whether it must say that it is one, ``literal`` are
    words of the content that hold characters of the content language, ``last`` the
    folder of the release that this one replaces. Raises ``EngineFailed`` if a page that should be there is not.
    """
    files = frozenset(
        PurePosixPath(path.relative_to(staged).as_posix()) for path in staged.rglob("*") if path.is_file()
    )
    for path in expected:
        if path not in files:
            raise EngineFailed(f"MkDocs did not write {path}", STILL_THERE)
    pages = {
        path: read_page((staged / path).read_bytes(), path, expected[path].unpack() if path in expected else None)
        for path in sorted(files)
        if path.suffix == ".html"
    }
    place = PublishedSite(url or _NOWHERE)
    before = frozenset(list_pages(last)) if last else frozenset()
    return PublishedSite(
        url=url or _NOWHERE,
        demonstration=demonstration,
        pages=pages,
        files=files,
        styles=_read_styles(staged, pages, place),
        literal=literal,
        searched=frozenset(_list_searched(pages)) if _SEARCH_PAGE in expected else frozenset(),
        indexed=_read_search_index(staged, pages, place),
        before=before,
        gone={path: _read_title(last / path) for path in sorted(before - files)} if last else {},
    )


def _list_searched(pages: Mapping[PurePosixPath, PublishedPage]) -> Iterator[PurePosixPath]:
    """The pages that a search must find."""
    return (path for path, page in pages.items() if page.expected and page.expected.searched)


def _read_title(page: Path) -> str:
    """The title of a page of the last release, for a hint alone; nothing if it cannot be read."""
    try:
        return read_title(page.read_bytes())
    except OSError:
        return ""


def _read_search_index(
    staged: Path, pages: Mapping[PurePosixPath, PublishedPage], site: PublishedSite
) -> frozenset[PurePosixPath] | None:
    """The pages in the index that the search page asks."""
    asked = (site.target(page.path, page.index) for page in pages.values() if page.index)
    index = next(asked, None)
    return read_indexed_pages(staged / index.file.parent) if index else None


def _read_styles(
    staged: Path, pages: Mapping[PurePosixPath, PublishedPage], site: PublishedSite
) -> dict[PurePosixPath, tuple[str, ...]]:
    """What each stylesheet loads that a page, or another style, loads; a missing one is another rule's finding."""
    styles: dict[PurePosixPath, tuple[str, ...]] = {}
    waiting = [(page.path, address) for page in pages.values() for address in page.loads]
    while waiting:
        target = site.target(*waiting.pop())
        if target is None or target.file.suffix != ".css" or target.file in styles:
            continue
        file = staged / target.file
        if file.is_file():
            inner = tuple(list_style_addresses(file.read_text(encoding="utf-8", errors="replace")))
            styles[target.file] = inner
            waiting += ((target.file, address) for address in inner)
    return styles
