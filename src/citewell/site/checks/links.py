"""A built page links to, or loads, something that is not on the site.

Links between articles are already checked in the content. This is the same check for everything on the finished pages:
the navigation, pictures, styles, and every number and letter that leads to and from a source.

If the address comes from the content, correct it there. Otherwise it is a fault of the program or of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from citewell.diagnostics import Location
from citewell.model.published import PublishedPage, PublishedSite, PublishedTarget
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = "correct the address in the content; if it is not there, please report it"


@page_check("PUB007")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Every address of the page, and of the styles it loads, that leads to nothing."""
    known: dict[str, PublishedTarget | None] = {}  # most addresses of a page differ in their fragment only
    for address in dict.fromkeys((*page.links, *page.loads)):
        place, _, fragment = address.partition("#")
        if place not in known:
            known[place] = site.target(page.path, place)
        file = known[place]
        if file is None:
            continue
        target = PublishedTarget(file.file, unquote(fragment))
        if target.file not in site.files:
            yield Finding(page.location, f'"{address}" leads to {target.file}, which is not on the site', HINT)
        elif not _has_target(target, site):
            yield Finding(page.location, f'"{address}" leads to a place that is not on {target.file}', HINT)
        for inner in _list_missing_files(site, target.file):
            location = Location(f"site/{target.file}")
            yield Finding(location, f'the style loads "{inner}", which is not on the site', HINT)


def _has_target(target: PublishedTarget, site: PublishedSite) -> bool:
    """Whether the place exists. An address without one, or with ``#top``, leads to the beginning of the page."""
    card = site.pages.get(target.file)
    return target.fragment in ("", "top") or card is None or target.fragment in card.ids


def _list_missing_files(site: PublishedSite, style: PurePosixPath) -> Iterator[str]:
    for address in site.styles.get(style, ()):
        target = site.target(style, address)
        if target is not None and target.file not in site.files:
            yield address
