"""Lists that lead to articles and topics, as hub pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import address_of, relative_link
from citewell.model.source_location import PlacedDate
from citewell.render.layout import spaced, stacked
from citewell.render.site_map import Topic


def article_items(here: str, articles: Iterable[NumberedArticle], words: Words) -> Markup:
    """Articles with description, date, number of sources and review."""
    return element("ul", stacked(*(_article(here, each, words) for each in articles)), class_="items")


def topic_items(here: str, topics: Iterable[Topic], words: Words) -> Markup:
    """Topics with their number of articles."""
    return element("ul", stacked(*(_topic(here, topic, words) for topic in topics)), class_="items")


def dated(said: str, placed: PlacedDate | None, words: Words) -> Markup | None:
    """``Updated 22 November 2026``; ``None`` without a date. ``said`` names the text."""
    return element("span", words.marked(said, day=time(placed, words))) if placed else None


def time(placed: PlacedDate, words: Words) -> Markup:
    """A day, for readers and for programs."""
    return element("time", words.day(placed.day), datetime=placed.day.isoformat())


def unreviewed(words: Words) -> Markup:
    """What review an article had: none yet."""
    return element("span", words("article.not_reviewed"), class_="unreviewed")


def lead(line: str) -> Markup:
    """The line under a page's title."""
    return element("p", line, class_="lead")


def _article(here: str, numbered: NumberedArticle, words: Words) -> Markup:
    front = numbered.article.front
    when = dated("article.updated", front.updated, words) or dated("article.published", front.published, words)
    count = len(numbered.entries)
    number = element("span", words.counted("articles.sources", count)) if count else None
    link = element("a", front.title.text, href=relative_link(here, address_of(numbered.article)))
    description = element("p", front.description.text) if front.description else None
    meta = element("p", spaced(when, number, unreviewed(words)), class_="meta")
    return element("li", stacked(link, description, meta))


def _topic(here: str, topic: Topic, words: Words) -> Markup:
    link = element("a", topic.words, href=relative_link(here, topic.address))
    count = element("span", words.counted("articles.count", len(topic.articles)))
    return element("li", stacked(link, element("p", count, class_="meta")))
