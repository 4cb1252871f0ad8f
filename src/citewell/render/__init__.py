"""From the model to the pages of ``docs/``: every page of the site, and the pictures that stand beside them.

What a page says comes from the content or from ``words``. Nothing here reads a file or the clock: the same site gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from citewell.blocks.figure import Figure
from citewell.citations.number import NumberedArticle
from citewell.model.addresses import address_of
from citewell.model.article import Article, PublicationStatus
from citewell.model.site import Site
from citewell.render.a_to_z import a_to_z_page
from citewell.render.article import article_page
from citewell.render.evidence_page import evidence_page
from citewell.render.glossary_page import glossary_page
from citewell.render.home import home_page
from citewell.render.moved import moved_pages
from citewell.render.number_isolation import with_numbers_isolated
from citewell.render.own_pages import own_page
from citewell.render.page import Page
from citewell.render.people import people_page
from citewell.render.search_page import search_page
from citewell.render.site_map import build_site_index
from citewell.render.sources_page import sources_pages
from citewell.render.topics import topic_pages
from citewell.render.withdrawn import withdrawn_page

__all__ = ["Page", "files", "pages", "pictures"]


def pages(site: Site, numbered: Sequence[NumberedArticle]) -> tuple[Page, ...]:
    """Every page of the site.

    ``numbered`` are the site's documents (articles and own pages), each numbered. A draft has no page; a withdrawn
    article keeps its address, with a page that says so. Pages at former addresses, which lead on, come first.
    """
    site_map = build_site_index(site, numbered)
    glossary = glossary_page(site_map)
    made = (
        *moved_pages(site_map),
        home_page(site_map),
        a_to_z_page(site_map),
        *topic_pages(site_map),
        *sources_pages(site_map),
        evidence_page(site_map),
        people_page(site_map),
        *([glossary] if glossary else ()),
        *([search_page(site_map)] if site.has_search else ()),
        *(own_page(each, site_map) for each in site_map.pages),
        *(article_page(each, site_map) for each in site_map.articles),
        *(withdrawn_page(each, site_map) for each in site_map.withdrawn),
    )
    return tuple(with_numbers_isolated(each, site_map.words) for each in made)


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
