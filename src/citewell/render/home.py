"""The home page: topics, the latest articles, and how to read a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import ARTICLES, HOME, relative_link
from citewell.model.facts import Card
from citewell.model.page_kinds import PageKind
from citewell.render.alphabet import sort_key
from citewell.render.headings import heading, title
from citewell.render.items import article_items, lead
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteIndex

PAGE_KIND: Final = PageKind(HOME, "theme.home", order=10)
# More articles than this are found on the page of all articles: the home page must not grow with the site.
MOST_ARTICLES: Final = 12


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The page at the root."""
    yield home_page(site_map)


def home_page(site_map: SiteIndex) -> Page:
    """The page at the root."""
    latest = sorted(site_map.articles, key=_newest_first)[:MOST_ARTICLES]
    words = site_map.words
    blocks: list[Markup | None] = [title(words("home.title")), lead(words("home.lead"))]
    if site_map.topics:
        blocks.append(_topics(site_map))
    if latest:
        blocks += [heading(2, words("articles.title"), "articles"), article_items(HOME, latest, words)]
    if len(latest) < len(site_map.articles):
        blocks.append(element("p", element("a", words("articles.all"), href=relative_link(HOME, ARTICLES))))
    blocks += [heading(2, words("home.how"), "how"), _how_to_read(words)]
    settings = site_map.site.settings
    meta = Meta(
        words("home.title"),
        words("home.description"),
        "home",
        settings.demonstration,
        breadcrumb=None,
        search=site_map.facts.has_search,
        words=words.section("theme"),
    )
    return page(HOME, meta, blocks)


def _topics(site_map: SiteIndex) -> Markup:
    """The topics; the theme sets them beside the title where there is room."""
    links = (element("a", topic.words, href=relative_link(HOME, topic.address)) for topic in site_map.topics)
    listed = element("ul", stacked(*(element("li", link) for link in links)))
    heading_and_list = stacked(element("h2", site_map.words("topics.title"), id="topics"), listed)
    return element("div", heading_and_list, class_="contents", role="navigation", aria_labelledby="topics")


def _how_to_read(words: Words) -> Markup:
    return element("ul", stacked(*(element("li", line) for line in words.several("home.how_lines"))))


def _newest_first(card: Card) -> tuple[int, str, str]:
    day = card.updated or card.published or date.min
    return -day.toordinal(), sort_key(card.title), card.slug
