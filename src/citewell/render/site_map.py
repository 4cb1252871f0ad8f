"""What pages must know of the rest of the site, computed once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from citewell.article_context import ContextBuilder
from citewell.messages import Words
from citewell.model.addresses import topic_path
from citewell.model.article import PublicationStatus
from citewell.model.blocks import Passage
from citewell.model.facts import Card, SiteFacts
from citewell.model.inlines import Intent
from citewell.model.packed import Packed
from citewell.model.references import Reference
from citewell.model.site import Settings, Site
from citewell.model.slugs import make_slug
from citewell.render.alphabet import sort_key
from citewell.render.bibliography import Described, ReferenceDescriptions
from citewell.render.related import RelatedIndex


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its words, its address, its published articles by title."""

    words: str
    address: str
    articles: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """A published document that cites a reference: the number and the uses that the reference has there.

    ``intents`` say of each use how the reference relates to its words.
    """

    document: Card
    reference: Reference
    number: int
    uses: tuple[str | None, ...]
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """The site as its pages refer to it; only what is published, but for ``withdrawn`` and ``withheld``.

    ``words`` are the texts of the interface. ``articles`` are
    sorted by title and ``by_slug`` finds one. ``topics`` are sorted, ``topic_of`` finds one by its address.
    ``by_author`` lists a person's articles, ``citing`` who cites a reference, ``entries`` each reference as it is
    printed, all by id or key. ``neighbourhood`` knows which articles are close to one. ``passages`` are the text of
    each document, by the path of its file.
    """

    facts: SiteFacts
    words: Words
    articles: tuple[Card, ...]
    withdrawn: tuple[Card, ...]
    withheld: tuple[Card, ...]
    pages: tuple[Card, ...]
    by_slug: Mapping[str, Card]
    topics: tuple[Topic, ...]
    topic_of: Mapping[str, Topic]
    by_author: Mapping[str, Sequence[Card]]
    citing: Mapping[str, Sequence[Citing]]
    entries: Mapping[str, Described]
    neighbourhood: RelatedIndex
    passages: Mapping[str, Packed[tuple[Passage, ...]]]

    @property
    def site(self) -> Site:
        """What the articles share."""
        return self.facts.site

    @property
    def settings(self) -> Settings:
        """What ``site.yml`` says."""
        return self.facts.site.settings


def build_site_index(
    facts: SiteFacts,
    inputs: ContextBuilder,
    printed: ReferenceDescriptions,
    passages: Mapping[str, Packed[tuple[Passage, ...]]],
) -> SiteIndex:
    """Index a site by what its pages look up; drafts are left out.

    ``inputs`` has what is known of the references, ``printed`` those that are described already, ``passages`` the text
    of each document by the path of its file.
    """
    site, references = facts.site, facts.site.bibliography.references
    articles = _sorted_cards(facts.articles, PublicationStatus.PUBLISHED)
    pages = _sorted_cards(facts.pages, PublicationStatus.PUBLISHED)
    by_author: dict[str, list[Card]] = {}
    for each in articles:
        for author in dict.fromkeys(author.text for author in each.authors):
            by_author.setdefault(author, []).append(each)
    citing: dict[str, list[Citing]] = {}
    for each in (*articles, *pages):
        support = each.support.unpack()
        found = zip(each.entries, support.sentences, support.intents, strict=True)
        for number, (entry, sentences, intents) in enumerate(found, start=1):
            citing.setdefault(entry.key, []).append(Citing(each, references[entry.key], number, sentences, intents))
    topics = group_by_words(articles, lambda card: (topic.text for topic in card.topics))
    words = site.words
    return SiteIndex(
        facts=facts,
        words=words,
        articles=articles,
        withdrawn=_sorted_cards(facts.articles, PublicationStatus.WITHDRAWN),
        withheld=tuple(each for each in facts.articles.values() if each.withheld),
        pages=pages,
        by_slug={each.slug: each for each in articles},
        topics=tuple(sorted(topics.values(), key=lambda topic: (sort_key(topic.words), topic.address))),
        topic_of=topics,
        by_author=by_author,
        citing=citing,
        entries={
            key: printed.describe(each, inputs.known.get(key), inputs.notices.get(key, ()), site.people, words)
            for key, each in references.items()
        },
        neighbourhood=RelatedIndex(articles),
        passages=passages,
    )


def _sorted_cards(cards: Mapping[str, Card], status: PublicationStatus) -> tuple[Card, ...]:
    found = (card for card in cards.values() if card.status is status)
    return tuple(sorted(found, key=lambda card: (sort_key(card.title), card.slug)))


def group_by_words(articles: Iterable[Card], words_of: Callable[[Card], Iterable[str]]) -> dict[str, Topic]:
    """Articles by the words that ``words_of`` finds on their cards, as topics by their address.

    Those written alike (``Back pain``, ``back pain``) are one, named as most write it.
    """
    spellings: dict[str, Counter[str]] = {}
    members: dict[str, list[Card]] = {}
    for each in articles:
        own = {topic_path(words): words for words in words_of(each) if make_slug(words)}
        for address, words in own.items():
            spellings.setdefault(address, Counter())[words] += 1
            members.setdefault(address, []).append(each)
    return {address: Topic(_name(found), address, tuple(members[address])) for address, found in spellings.items()}


def _name(spellings: Counter[str]) -> str:
    """The commonest spelling with a capital; of two as common the one with fewer capitals."""
    words = max(spellings, key=lambda spelling: (spellings[spelling], spelling))
    return words[:1].upper() + words[1:]
