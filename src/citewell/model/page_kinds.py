"""The kinds of page that the program makes by itself: for each its address, its title, and where it is linked to.

The order is that of the header and the footer. What makes the pages is in ``render/``, found by its ``make_pages``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from citewell.model.addresses import ARTICLES, EVIDENCE, GLOSSARY, HOME, PEOPLE, SEARCH, SOURCES, TOPICS
from citewell.model.facts import SiteFacts


class LinkedFrom(StrEnum):
    """Which part of every page links to a kind of page, where ``site.yml`` has no ``navigation:``."""

    HEADER = "header"
    FOOTER = "footer"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page at a fixed address.

    ``address`` is from the root of the site and ends in a slash, ``title`` is the name of its text in the catalogue, as
    links say it. ``exists`` says whether a site has the page.
    """

    address: str
    title: str
    linked_from: LinkedFrom = LinkedFrom.NEITHER
    exists: Callable[[SiteFacts], bool] = lambda _facts: True

    @property
    def name(self) -> str:
        """What ``navigation:`` calls it."""
        return self.address.strip("/")


PAGE_KINDS: Final = (
    PageKind(HOME, "theme.home"),
    PageKind(TOPICS, "topics.title", LinkedFrom.HEADER),
    PageKind(ARTICLES, "articles.a_to_z", LinkedFrom.HEADER),
    PageKind(SOURCES, "sources.title", LinkedFrom.HEADER),
    PageKind(EVIDENCE, "evidence.title", LinkedFrom.FOOTER),
    PageKind(GLOSSARY, "glossary.navigation", LinkedFrom.FOOTER, lambda facts: bool(facts.site.glossary)),
    PageKind(PEOPLE, "people.title", LinkedFrom.FOOTER),
    PageKind(SEARCH, "search.title", exists=lambda facts: facts.has_search),
)
