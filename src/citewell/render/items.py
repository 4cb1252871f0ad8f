"""Lists that lead to articles and topics, as hub pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import address_of, relative_link
from citewell.model.facts import Card
from citewell.model.reviews import ReviewStage, ReviewSummary
from citewell.render.layout import spaced, stacked
from citewell.render.site_map import Topic

_REVIEWS: Final = {
    ReviewStage.NONE: "article.not_reviewed",
    ReviewStage.PARTIAL: "review.partly",
    ReviewStage.LAPSED: "review.changed",
    ReviewStage.DOUBTED: "review.doubted",
    ReviewStage.OVERDUE: "review.overdue",
    ReviewStage.EXPIRED: "review.overdue",
    ReviewStage.VALID: "review.reviewed",
}


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


def review_mark(summary: ReviewSummary, words: Words) -> Markup:
    """The medical review of an article in a few words."""
    kind = "approved" if summary.stage is ReviewStage.VALID else "unreviewed"
    return element("span", words(_REVIEWS[summary.stage]), class_=kind)


def lead(line: str) -> Markup:
    """The line under a page's title."""
    return element("p", line, class_="lead")


def _article(here: str, card: Card, words: Words) -> Markup:
    when = dated("article.updated", card.updated, words) or dated("article.published", card.published, words)
    count = len(card.entries)
    number = element("span", words.counted("articles.sources", count)) if count else None
    link = element("a", card.title, href=relative_link(here, address_of(card)))
    description = element("p", card.description) if card.description else None
    meta = element("p", spaced(when, number, review_mark(card.review, words)), class_="meta")
    return element("li", stacked(link, description, meta))


def _topic(here: str, topic: Topic, words: Words) -> Markup:
    link = element("a", topic.words, href=relative_link(here, topic.address))
    count = element("span", words.counted("articles.count", len(topic.articles)))
    return element("li", stacked(link, element("p", count, class_="meta")))
