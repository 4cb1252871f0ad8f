"""Theme files that no page uses: Material copies scripts, styles and icons of components that our pages do not have."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from citewell.model.published import PublishedSite

# Where the theme's files are; everything else on the site was written for a reader or a search engine.
ASSETS: Final = "assets"


def remove_unused(staged: Path, site: PublishedSite, written: Collection[PurePosixPath] = ()) -> int:
    """Remove from ``staged`` each theme file that no page, and no style of one, leads to; return how many.

    ``written`` are files that were put there for another use, such as a picture that other sites show with a link.
    """
    used = frozenset(_list_used(site)).union(written)
    unused = [path for path in site.files if path.parts[0] == ASSETS and path not in used]
    for path in unused:
        (staged / path).unlink()
    folders = sorted({folder for path in unused for folder in path.parents if folder.parts}, reverse=True)
    for folder in folders:
        if not any((staged / folder).iterdir()):
            (staged / folder).rmdir()
    return len(unused)


def _list_used(site: PublishedSite) -> Iterator[PurePosixPath]:
    for page in site.read_pages():
        yield from _list_targets(site, page.path, (*page.links, *page.loads))
    for style, addresses in site.styles.items():
        yield from _list_targets(site, style, addresses)


def _list_targets(site: PublishedSite, base: PurePosixPath, addresses: tuple[str, ...]) -> Iterator[PurePosixPath]:
    for address in dict.fromkeys(address.partition("#")[0] for address in addresses):  # most differ in no more
        if base.parts[0] != ASSETS and ASSETS not in unquote(address):
            continue  # it cannot lead there, as nearly all
        target = site.target(base, address)
        if target is not None:
            yield target.file
