"""Which articles belong together: those the editors name, then those that share topics and references.

What two articles share weighs more the rarer it is (inverse document frequency: Spärck Jones K. A statistical
interpretation of term specificity and its application in retrieval. Journal of Documentation 1972;28:11-21); a
reference that everybody cites says next to nothing. A topic weighs twice as much as a reference: an editor chose it to
say what the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from citewell.model.addresses import topic_path
from citewell.model.facts import Card, Written
from citewell.model.slugs import make_slug

MOST: Final = 5
"""The length to which a list is filled; one that names more by hand is as long as it is."""
_BUDGET: Final = 1000
_TOPIC: Final = 2.0
_ASKS: Final = re.compile(r"[?？؟;]\W*$")  # the question marks of English, Chinese, Arabic and Greek

Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Related:
    """The two lists at the end of an article, best first; no article is in both."""

    questions: tuple[Card, ...]
    articles: tuple[Card, ...]


class RelatedIndex:
    """What the published articles share, prepared once for all of them."""

    def __init__(self, articles: Sequence[Card]) -> None:
        """``articles`` are all that readers can read, in the order that decides between two as close: by title."""
        self._articles = articles
        self._by_slug = {each.slug: each for each in articles}
        having: dict[Feature, list[int]] = {}
        for position, each in enumerate(articles):
            for feature in _features(each):
                having.setdefault(feature, []).append(position)
        self._having: Mapping[Feature, Sequence[int]] = having
        self._weight = {
            feature: _weight(feature[0]) * log((len(articles) + 1) / len(having[feature])) for feature in having
        }
        self._asks = [asks(each) for each in articles]
        self._size = [sqrt(sum(self._weight[feature] for feature in _features(each))) for each in articles]

    def related(self, card: Card) -> Related:
        """What to read after an article, which may be a draft.

        A list named in its front matter comes first, in its own order, and is filled up to ``MOST``; an empty one stays
        empty. Questions are titles that end in a question mark.
        """
        questions, articles = self._named(card.related_questions), self._named(card.related_articles)
        taken = {card.slug, *(named.text for named in card.not_related)}
        chosen: list[list[Card]] = []
        for named in (questions, articles):
            own = [each for each in named if each.slug not in taken]
            taken.update(each.slug for each in own)
            chosen.append(own)
        room = [
            0 if named == () else MOST - len(own)
            for own, named in zip(chosen, (card.related_questions, card.related_articles), strict=True)
        ]
        for position in self._nearest(card):
            which = 0 if self._asks[position] else 1
            if room[which] > 0 and self._articles[position].slug not in taken:
                chosen[which].append(self._articles[position])
                room[which] -= 1
            if max(room) <= 0:
                break
        return Related(*map(tuple, chosen))

    def _named(self, slugs: Iterable[Written] | None) -> list[Card]:
        names = dict.fromkeys(slug.text for slug in slugs or ())
        return [self._by_slug[name] for name in names if name in self._by_slug]

    def _nearest(self, card: Card) -> list[int]:
        """The positions of all articles that share something, the closest first.

        To be quick on any site, articles are looked up by what is rarest first, and after ``_BUDGET`` of them no
        further: what is then left is shared by so many that it tells little.
        """
        shared: dict[int, float] = {}
        left = _BUDGET
        own = (feature for feature in _features(card) if feature in self._having)
        for feature in sorted(own, key=lambda feature: (len(self._having[feature]), feature)):
            weight = self._weight[feature]
            having = self._having[feature][:left]
            for position in having:
                shared[position] = shared.get(position, 0.0) + weight
            left -= len(having)
        # Rounded, so that the order of an addition never decides between two that are as close.
        by_closeness = sorted((-round(weight / self._size[each], 9), each) for each, weight in shared.items())
        return [position for _, position in by_closeness]


def asks(card: Card) -> bool:
    """Whether the title of an article is a question."""
    return bool(_ASKS.search(card.title))


def _features(card: Card) -> list[Feature]:
    """What an article may share with another, in a fixed order, each once."""
    references = [("reference", entry.key) for entry in card.entries]
    topics = dict.fromkeys(topic_path(topic.text) for topic in card.topics if make_slug(topic.text))
    return [*references, *(("topic", address) for address in topics)]


def _weight(kind: str) -> float:
    return _TOPIC if kind == "topic" else 1.0
