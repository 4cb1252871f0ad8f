"""Lists that lead to articles and topics, as hub pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.model.article import PlacedDate
from citewell.model.days import day
from citewell.render import words
from citewell.render.addresses import address_of, relative
from citewell.render.lines import spaced, stacked
from citewell.render.site_map import Topic


def article_items(here: str, articles: Iterable[NumberedArticle]) -> Markup:
    """Articles with description, date, number of sources and review."""
    return element("ul", stacked(*(_article(here, each) for each in articles)), class_="items")


def topic_items(here: str, topics: Iterable[Topic]) -> Markup:
    """Topics with their number of articles."""
    return element("ul", stacked(*(_topic(here, topic) for topic in topics)), class_="items")


def dated(label: str, placed: PlacedDate | None) -> Markup | None:
    """``Updated 22 November 2026``; ``None`` without a date."""
    if placed is None:
        return None
    return element("span", label, element("time", day(placed.day), datetime=placed.day.isoformat()))


def unreviewed() -> Markup:
    """What review an article had: none yet."""
    return element("span", words.NOT_REVIEWED, class_="unreviewed")


def lead(line: str) -> Markup:
    """The line under a page's title."""
    return element("p", line, class_="lead")


def _article(here: str, numbered: NumberedArticle) -> Markup:
    front = numbered.article.front
    when = dated(words.UPDATED, front.updated) or dated(words.PUBLISHED, front.published)
    count = len(numbered.entries)
    number = element("span", words.counted(count, "source")) if count else None
    link = element("a", front.title.text, href=relative(here, address_of(numbered.article)))
    description = element("p", front.description.text) if front.description else None
    return element("li", stacked(link, description, element("p", spaced(when, number, unreviewed()), class_="meta")))


def _topic(here: str, topic: Topic) -> Markup:
    link = element("a", topic.words, href=relative(here, topic.address))
    count = element("span", words.counted(len(topic.articles), "article"))
    return element("li", stacked(link, element("p", count, class_="meta")))
