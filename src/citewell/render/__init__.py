"""From articles and cards to the pages of ``docs/``: every page of the site, and the pictures beside them.

What a page says comes from the content or from ``words``. Nothing here reads a file or the clock: the same content
gives the same bytes. An article's page is made in two steps: ``render_document`` from its own context alone, and
``finish_document`` with what the whole site knows, from cards.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath

from citewell.article_context import ArticleContext
from citewell.blocks.figure import Figure
from citewell.model.addresses import address_of
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.facts import Card
from citewell.render import withheld
from citewell.render.article import article_parts, finish_article
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.number_isolation import with_numbers_isolated
from citewell.render.own_pages import own_page_parts
from citewell.render.page import Page, PageParts
from citewell.render.site_map import SiteIndex
from citewell.render.withdrawn import finish_withdrawn, withdrawn_parts
from citewell.render.withheld import withheld_parts
from citewell.reviews.state import is_withheld

__all__ = ["Page", "finish_document", "picture_files", "render_document", "site_pages"]


def render_document(context: ArticleContext, printed: ReferenceDescriptions) -> PageParts | None:
    """The page of a document, drafts too, but for what the whole site decides; ``None`` where it can have none.

    A withdrawn article keeps its address, with a page that says so, and so does one that is withheld until its review;
    a withdrawn page of the site's own has none.
    """
    article = context.article
    withdrawn = article.front.status is PublicationStatus.WITHDRAWN
    if article.kind is ArticleKind.PAGE:
        return None if withdrawn else own_page_parts(context, printed)
    if withdrawn:
        return withdrawn_parts(context)
    return withheld_parts(context) if is_withheld(context) else article_parts(context, printed)


def finish_document(parts: PageParts, card: Card, site_map: SiteIndex) -> Page:
    """The whole page of a document."""
    if card.kind is ArticleKind.PAGE or parts.meta.kind == withheld.KIND:
        finished = parts.finish(parts.meta)
    elif card.status is PublicationStatus.WITHDRAWN:
        finished = finish_withdrawn(parts, card, site_map)
    else:
        finished = finish_article(parts, card, site_map)
    return with_numbers_isolated(finished, site_map.words)


def site_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The pages that are made from the whole site; those at former addresses, which lead on, come first."""
    made = [page for make_pages in discover_page_makers() for page in make_pages(site_map)]
    made.sort(key=lambda page: not page.leads_to)
    return (with_numbers_isolated(each, site_map.words) for each in made)


@cache
def discover_page_makers() -> tuple[Callable[[SiteIndex], Iterable[Page]], ...]:
    """The ``make_pages`` of every file in this folder that makes a kind of page from the whole site."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in pkgutil.iter_modules(__path__))
    return tuple(module.make_pages for module in modules if hasattr(module, "make_pages"))


def picture_files(article: Article) -> dict[PurePosixPath, bytes]:
    """The pictures that the page of a document shows, by path in ``docs/``. One that no page shows is not published."""
    found: dict[PurePosixPath, bytes] = {}
    for name in _picture_names(article):
        picture = article.pictures.get(name)
        if picture is not None and picture.data:
            found[PurePosixPath(address_of(article)) / name] = picture.data
    return found


def _picture_names(article: Article) -> list[str]:
    names = [node.picture.file for node in article.nodes if isinstance(node, Figure)]
    return [article.front.illustration.file.text, *names] if article.front.illustration else names
