"""Two different topics would have the same page, because their addresses are the same.

The address of a topic's page is made from its letters and digits: "C++" and "C#" are both at `topics/c/`. Readers would
find the articles of both topics there, under the name of one. Capitals, hyphens, full stops and similar characters make
no difference: "Back pain" and "back-pain" are the same topic.

Fix it by naming one of the two in words.

Wrong: `topics: [vitamin B, vitamin B+]`

Right: `topics: [vitamin B, B vitamins with minerals]`
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from citewell.model.addresses import topic_path
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card
from citewell.model.site import Site
from citewell.model.slugs import make_slug
from citewell.rules.rule import Finding, SiteContext, site_rule

_NO_DIFFERENCE: Final = re.compile(r"[\s_.,:;!?/'’‘\"“”()\[\]‐‑–—-]+")


@site_rule("ART031")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every topic whose address another topic, named earlier on the site, has already."""
    first: dict[str, tuple[str, Card]] = {}
    # What readers meet comes first, so that a draft never holds up another article.
    for article in sorted(
        context.facts.articles.values(), key=lambda each: each.status is not PublicationStatus.PUBLISHED
    ):
        for topic in article.topics:
            if not make_slug(topic.text):
                continue
            words, holder = first.setdefault(topic_path(topic.text), (topic.text, article))
            if _difference_key(words) != _difference_key(topic.text):
                where = "here" if holder is article else holder.path
                yield Finding(
                    topic.location,
                    f'the topic "{topic.text}" would have the same page as "{words}" ({where}): {topic_path(words)}',
                    "write one of the two in words",
                )


def _difference_key(topic: str) -> str:
    """What readers tell topics apart by: no capitals, accents, spaces and marks between words."""
    folded = unicodedata.normalize("NFKD", topic.casefold())
    return _NO_DIFFERENCE.sub("", "".join(character for character in folded if not unicodedata.combining(character)))
