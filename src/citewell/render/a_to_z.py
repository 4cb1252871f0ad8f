"""Every article under the words that readers look for, as in the index of a book.

Questions begin with "Can", "How" and "When", so the letter of a title helps nobody. An article is found under each of
its topics and under the words its editors add (``index:``); one without either under its own title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from citewell.markup import Markup, element
from citewell.model.addresses import ARTICLES, address_of, relative_link
from citewell.model.facts import Card
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.render.alphabet import display_letter, initial_letter, letter_anchor, letter_links, sort_key
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteIndex, Topic, group_by_words

PAGE_KIND: Final = PageKind(ARTICLES, "articles.a_to_z", LinkedFrom.HEADER, order=30)
# More articles than this are listed on the page of the topic, to which the words then lead.
MOST_OF_A_TOPIC: Final = 20


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The page of all articles; only letters with an entry are shown."""
    entries = sorted(_entries(site_map), key=_order)
    letters = [(letter, list(group)) for letter, group in groupby(entries, key=_letter)]
    name, description = site_map.words("articles.a_to_z"), site_map.words("articles.description")
    blocks: list[Markup | None] = [title(name), lead(description)]
    if letters:
        blocks.append(letter_links((letter for letter, _ in letters), site_map.words))
    for letter, group in letters:
        listed = element("ul", stacked(*(_entry(entry, site_map) for entry in group)), class_="index")
        blocks += [heading(2, display_letter(letter, site_map.words), letter_anchor(letter)), listed]
    demonstration = site_map.site.settings.demonstration
    meta = Meta(name, description, "articles", demonstration, section=ARTICLES)
    yield page(ARTICLES, meta, blocks)


def _entries(site_map: SiteIndex) -> Iterator[Topic]:
    """Every topic, all other words that editors added, and what has neither under its title."""
    found = group_by_words(site_map.articles, _words_of)
    for address, entry in found.items():
        topic = site_map.topic_of.get(address)
        yield replace(entry, words=topic.words) if topic else entry
    placed = {each.slug for entry in found.values() for each in entry.articles}
    for each in site_map.articles:
        if each.slug not in placed:
            yield Topic(each.title, address_of(each), ())


def _words_of(card: Card) -> tuple[str, ...]:
    return (*(topic.text for topic in card.topics), *card.index)


def _entry(entry: Topic, site_map: SiteIndex) -> Markup:
    """Words, a link where a page has them as its title, and the articles below them."""
    topic = site_map.topic_of.get(entry.address)
    leads_to = topic.address if topic else None if entry.articles else entry.address
    name = element("a", entry.words, href=relative_link(ARTICLES, leads_to)) if leads_to else element("b", entry.words)
    articles = entry.articles
    if topic and len(topic.articles) > MOST_OF_A_TOPIC:
        elsewhere = {each.slug for each in topic.articles}
        name = stacked(name, element("span", site_map.words.counted("articles.count", len(topic.articles))))
        articles = tuple(each for each in articles if each.slug not in elsewhere)
    links = (element("a", each.title, href=relative_link(ARTICLES, address_of(each))) for each in articles)
    listed = element("ul", stacked(*(element("li", link) for link in links))) if articles else None
    return element("li", stacked(name, listed))


def _letter(entry: Topic) -> str:
    return initial_letter(sort_key(entry.words))


def _order(entry: Topic) -> tuple[bool, str, str, str]:
    return bool(_letter(entry)), sort_key(entry.words), entry.words, entry.address
