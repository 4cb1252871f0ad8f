"""The page of all topics, and one for each."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.render import words
from citewell.render.addresses import TOPICS
from citewell.render.headings import title
from citewell.render.items import article_items, lead, topic_items
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteMap


def topic_pages(site_map: SiteMap) -> Iterator[Page]:
    """All of them, the page that lists them first."""
    demonstration = site_map.site.settings.demonstration
    index = Meta(words.TOPICS, words.TOPICS_DESCRIPTION, "topics", demonstration, section=TOPICS)
    listed = topic_items(TOPICS, site_map.topics) if site_map.topics else None
    yield page(TOPICS, index, [title(words.TOPICS), lead(words.TOPICS_LEAD), listed])
    for topic in site_map.topics:
        above = ((words.TOPICS, TOPICS),)
        meta = Meta(topic.words, words.topic_description(topic.words), "topic", demonstration, TOPICS, above)
        count = lead(words.counted(len(topic.articles), "article") + ".")
        yield page(topic.address, meta, [title(topic.words), count, article_items(topic.address, topic.articles)])
