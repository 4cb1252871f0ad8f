"""What pages must know of the rest of the site, computed once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from citewell.citations.number import BibliographyEntry, NumberedArticle
from citewell.messages import Words
from citewell.model.addresses import topic_path
from citewell.model.article import ArticleKind, FrontMatter, PublicationStatus
from citewell.model.site import Site
from citewell.model.slugs import make_slug
from citewell.model.source_location import Placed
from citewell.render.bibliography import Described, described
from citewell.render.order import sorted_as
from citewell.render.related import RelatedIndex


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its words, its address, its published articles by title."""

    words: str
    address: str
    articles: tuple[NumberedArticle, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """A published document that cites a reference, with the entry the reference has there."""

    document: NumberedArticle
    entry: BibliographyEntry


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """The site as its pages refer to it; only what is published, but for ``withdrawn``.

    ``words`` are the texts of the interface. ``articles`` are
    sorted by title and ``by_slug`` finds one. ``topics`` are sorted, ``topic_of`` finds one by its address.
    ``by_author`` lists a person's articles, ``citing`` who cites a reference, ``entries`` each reference as it is
    printed, all by id or key. ``neighbourhood`` knows which articles are close to one.
    """

    site: Site
    words: Words
    articles: tuple[NumberedArticle, ...]
    withdrawn: tuple[NumberedArticle, ...]
    pages: tuple[NumberedArticle, ...]
    by_slug: Mapping[str, NumberedArticle]
    topics: tuple[Topic, ...]
    topic_of: Mapping[str, Topic]
    by_author: Mapping[str, Sequence[NumberedArticle]]
    citing: Mapping[str, Sequence[Citing]]
    entries: Mapping[str, Described]
    neighbourhood: RelatedIndex


def build_site_index(site: Site, numbered: Sequence[NumberedArticle]) -> SiteIndex:
    """Draw the map of a site. ``numbered`` are its documents, each numbered; drafts are left out."""
    articles = _of(numbered, ArticleKind.ARTICLE, PublicationStatus.PUBLISHED)
    pages = _of(numbered, ArticleKind.PAGE, PublicationStatus.PUBLISHED)
    by_author: dict[str, list[NumberedArticle]] = {}
    for each in articles:
        for author in dict.fromkeys(author.text for author in each.article.front.authors):
            by_author.setdefault(author, []).append(each)
    citing: dict[str, list[Citing]] = {}
    for each in (*articles, *pages):
        for entry in each.entries:
            citing.setdefault(entry.reference.key, []).append(Citing(each, entry))
    topics = by_words(articles, lambda front: front.topics)
    words = site.words
    return SiteIndex(
        site=site,
        words=words,
        articles=articles,
        withdrawn=_of(numbered, ArticleKind.ARTICLE, PublicationStatus.WITHDRAWN),
        pages=pages,
        by_slug={each.article.slug: each for each in articles},
        topics=tuple(sorted(topics.values(), key=lambda topic: (sorted_as(topic.words), topic.address))),
        topic_of=topics,
        by_author=by_author,
        citing=citing,
        entries={key: described(reference, site, words) for key, reference in site.bibliography.references.items()},
        neighbourhood=RelatedIndex(articles),
    )


def _of(
    numbered: Iterable[NumberedArticle], kind: ArticleKind, status: PublicationStatus
) -> tuple[NumberedArticle, ...]:
    found = (each for each in numbered if each.article.kind is kind and each.article.front.status is status)
    return tuple(sorted(found, key=lambda each: (sorted_as(each.article.front.title.text), each.article.slug)))


def by_words(
    articles: Iterable[NumberedArticle], words_of: Callable[[FrontMatter], Iterable[Placed]]
) -> dict[str, Topic]:
    """Articles by the words that ``words_of`` finds in their front matter, as topics by their address.

    Those written alike (``Back pain``, ``back pain``) are one, named as most write it.
    """
    spellings: dict[str, Counter[str]] = {}
    members: dict[str, list[NumberedArticle]] = {}
    for each in articles:
        own = {topic_path(words.text): words.text for words in words_of(each.article.front) if make_slug(words.text)}
        for address, words in own.items():
            spellings.setdefault(address, Counter())[words] += 1
            members.setdefault(address, []).append(each)
    return {address: Topic(_name(found), address, tuple(members[address])) for address, found in spellings.items()}


def _name(spellings: Counter[str]) -> str:
    """The commonest spelling with a capital; of two as common the one with fewer capitals."""
    words = max(spellings, key=lambda spelling: (spellings[spelling], spelling))
    return words[:1].upper() + words[1:]
