"""Lists that lead to articles and topics, as hub pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.facts import Card
from citewell.render.addresses import address_of, relative
from citewell.render.layout import spaced, stacked
from citewell.render.site_map import Topic


def article_items(here: str, articles: Iterable[Card], words: Words) -> Markup:
    """Articles with description, date, number of sources and review."""
    return element("ul", stacked(*(_article(here, each, words) for each in articles)), class_="items")


def topic_items(here: str, topics: Iterable[Topic], words: Words) -> Markup:
    """Topics with their number of articles."""
    return element("ul", stacked(*(_topic(here, topic, words) for topic in topics)), class_="items")


def dated(said: str, day: date | None, words: Words) -> Markup | None:
    """``Updated 22 November 2026``; ``None`` without a date. ``said`` names the text."""
    return element("span", words.marked(said, day=time(day, words))) if day else None


def time(day: date, words: Words) -> Markup:
    """A day, for readers and for programs."""
    return element("time", words.day(day), datetime=day.isoformat())


def unreviewed(words: Words) -> Markup:
    """What review an article had: none yet."""
    return element("span", words("article.not_reviewed"), class_="unreviewed")


def lead(line: str) -> Markup:
    """The line under a page's title."""
    return element("p", line, class_="lead")


def _article(here: str, card: Card, words: Words) -> Markup:
    when = dated("article.updated", card.updated, words) or dated("article.published", card.published, words)
    count = len(card.entries)
    number = element("span", words.counted("articles.sources", count)) if count else None
    link = element("a", card.title, href=relative(here, address_of(card)))
    description = element("p", card.description) if card.description else None
    meta = element("p", spaced(when, number, unreviewed(words)), class_="meta")
    return element("li", stacked(link, description, meta))


def _topic(here: str, topic: Topic, words: Words) -> Markup:
    link = element("a", topic.words, href=relative(here, topic.address))
    count = element("span", words.counted("articles.count", len(topic.articles)))
    return element("li", stacked(link, element("p", count, class_="meta")))
