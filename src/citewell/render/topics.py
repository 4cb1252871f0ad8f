"""The page of all topics, and one for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from citewell.markup import Markup, element
from citewell.model.addresses import TOPICS, relative_link, topic_path
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.render.alphabet import sort_key
from citewell.render.headings import title
from citewell.render.items import article_items, lead, topic_items
from citewell.render.page import Meta, Page, page
from citewell.render.page_footer import links
from citewell.render.site_map import SiteIndex, Topic

PAGE_KIND: Final = PageKind(TOPICS, "topics.title", LinkedFrom.HEADER, order=20)
_MOST_RELATED: Final = 6
_MOST_OF_ONE: Final = 50  # topics of an article that are compared; each of them has a page that lists others


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """All of them, the page that lists them first."""
    demonstration, words = site_map.site.settings.demonstration, site_map.words
    name = words("topics.title")
    index = Meta(name, words("topics.description"), "topics", demonstration, section=TOPICS)
    listed = topic_items(TOPICS, site_map.topics, words) if site_map.topics else None
    yield page(TOPICS, index, [title(name), lead(words("topics.lead")), listed])
    for topic in site_map.topics:
        above = ((name, TOPICS),)
        meta = Meta(topic.words, words("topics.about", topic=topic.words), "topic", demonstration, TOPICS, above)
        count = lead(words.counted("topics.articles", len(topic.articles)))
        articles = article_items(topic.address, topic.articles, words)
        yield page(topic.address, meta, [title(topic.words), count, articles, _related(topic, site_map)])


def _related(topic: Topic, site_map: SiteIndex) -> Markup | None:
    """The topics that share the most articles with this one."""
    shared: Counter[str] = Counter()
    for each in topic.articles:
        shared.update({topic_path(named.text) for named in each.topics[:_MOST_OF_ONE]})
    others = [site_map.topic_of[address] for address in shared if address in site_map.topic_of]
    others.sort(key=lambda other: (-shared[other.address], sort_key(other.words), other.address))
    nearest = [other for other in others if other is not topic][:_MOST_RELATED]
    if not nearest:
        return None
    ways = ((other.words, relative_link(topic.address, other.address)) for other in nearest)
    return element("div", links("related-topics", site_map.words("topics.related"), ways), class_="related")
