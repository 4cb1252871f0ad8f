"""From the model to the pages of ``docs/``: every page of the site, and the pictures beside them.

What a page says comes from the content or from ``words``. Nothing here reads a file or the clock: the same site gives
the same bytes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath

from citewell.blocks.figure import Figure
from citewell.citations.number import NumberedArticle
from citewell.model.addresses import address_of
from citewell.model.article import Article, PublicationStatus
from citewell.render.number_isolation import with_numbers_isolated
from citewell.render.page import Page
from citewell.render.site_map import SiteIndex

__all__ = ["Page", "files", "pages", "pictures"]


def pages(site_map: SiteIndex) -> tuple[Page, ...]:
    """Every page of the site.

    A draft has no page; a withdrawn article keeps its address, with a page that says so. Pages at former addresses,
    which lead on, come first.
    """
    made = [page for make_pages in discover_page_makers() for page in make_pages(site_map)]
    made.sort(key=lambda page: not page.leads_to)
    return tuple(with_numbers_isolated(each, site_map.words) for each in made)


@cache
def discover_page_makers() -> tuple[Callable[[SiteIndex], Iterable[Page]], ...]:
    """The ``make_pages`` of every file in this folder that makes a kind of page."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in pkgutil.iter_modules(__path__))
    return tuple(module.make_pages for module in modules if hasattr(module, "make_pages"))


def files(numbered: Sequence[NumberedArticle]) -> dict[PurePosixPath, bytes]:
    """The pictures that published pages show, by path in ``docs/``. One that no page shows stays unpublished."""
    return pictures(each for each in numbered if each.article.front.status is PublicationStatus.PUBLISHED)


def pictures(numbered: Iterable[NumberedArticle]) -> dict[PurePosixPath, bytes]:
    """The pictures that the pages of these documents show, by path in ``docs/``."""
    found: dict[PurePosixPath, bytes] = {}
    for each in numbered:
        article = each.article
        for name in _shown(article):
            picture = article.pictures.get(name)
            if picture is not None and picture.data:
                found[PurePosixPath(address_of(article)) / name] = picture.data
    return found


def _shown(article: Article) -> list[str]:
    names = [node.picture.file for node in article.nodes if isinstance(node, Figure)]
    return [article.front.illustration.file.text, *names] if article.front.illustration else names
