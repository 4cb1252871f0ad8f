"""The facts of a staged site, read from its files as a browser would read them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.errors import STILL_THERE, EngineFailed
from citewell.model.addresses import SEARCH
from citewell.model.packed import Packed
from citewell.model.published import Expected, PageCard, PublishedPage, PublishedSite
from citewell.result_store import ResultStore
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
    static: frozenset[PurePosixPath] = frozenset(),
    store: ResultStore | None = None,
) -> PublishedSite:
    """Read every page in ``staged``. ``expected`` says by path what the content's pages must show.

    ``url`` is the address the site will have, ``demonstration`` whether it must say that it is one, ``literal`` are
    words of the content that hold characters of the content language, ``last`` the
    folder of the release that this one replaces, ``static`` are files that are published as they are, of which no page is
    ours to verify. ``store`` has what was read from the same bytes before. Raises ``EngineFailed`` if a page that should be there is not.
    """
    files = frozenset(
        PurePosixPath(path.relative_to(staged).as_posix()) for path in staged.rglob("*") if path.is_file()
    )
    for path in expected:
        if path not in files:
            raise EngineFailed(f"MkDocs did not write {path}", STILL_THERE)
    if missing := sorted(static - files):
        raise EngineFailed(f"MkDocs did not copy {missing[0]}", "Does exclude_docs in mkdocs.yml leave it out?")
    pages: dict[PurePosixPath, PageCard] = {}
    packed: dict[PurePosixPath, Packed[PublishedPage]] = {}
    for path in sorted(file for file in files - static if file.suffix == ".html"):
        pages[path], packed[path] = _read_page(staged, path, expected.get(path), store)
    place = PublishedSite(url or _NOWHERE)
    before = frozenset(list_pages(last)) if last else frozenset()
    return PublishedSite(
        url=url or _NOWHERE,
        demonstration=demonstration,
        pages=pages,
        packed=packed,
        files=files,
        styles=_read_styles(staged, pages, place),
        literal=literal,
        searched=frozenset(path for path, card in pages.items() if card.searched) if _SEARCH_PAGE in expected else frozenset(),
        indexed=_read_search_index(staged, pages, place),
        before=before,
        gone={path: _read_title(last / path) for path in sorted(before - files)} if last else {},
    )


def _read_page(
    staged: Path, path: PurePosixPath, expected: Packed[Expected] | None, store: ResultStore | None
) -> tuple[PageCard, Packed[PublishedPage]]:
    """A page and its card, from the store if the same bytes with the same expectations were read before."""
    data = (staged / path).read_bytes()
    digest = hashlib.sha256(data + (expected.data if expected else b""))
    name = f"built page {digest.hexdigest()} {len(data)} {path}"
    known: tuple[PageCard, Packed[PublishedPage]] | None = store.get(name) if store else None
    if known is not None:
        return known
    page = read_page(data, path, expected.unpack() if expected else None)
    if store:
        store.keep(name, (page.card, Packed(page)))
    return page.card, Packed(page)


def _read_title(page: Path) -> str:
    """The title of a page of the last release, for a hint alone; nothing if it cannot be read."""
    try:
        return read_title(page.read_bytes())
    except OSError:
        return ""


def _read_search_index(
    staged: Path, pages: Mapping[PurePosixPath, PageCard], site: PublishedSite
) -> frozenset[PurePosixPath] | None:
    """The pages in the index that the search page asks."""
    asked = (site.target(path, card.search_index) for path, card in pages.items() if card.search_index)
    index = next(asked, None)
    return read_indexed_pages(staged / index.file.parent) if index else None


def _read_styles(
    staged: Path, pages: Mapping[PurePosixPath, PageCard], site: PublishedSite
) -> dict[PurePosixPath, tuple[str, ...]]:
    """What each stylesheet loads that a page, or another style, loads; a missing one is another rule's finding."""
    styles: dict[PurePosixPath, tuple[str, ...]] = {}
    waiting = [(path, address) for path, card in pages.items() for address in card.loads]
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
