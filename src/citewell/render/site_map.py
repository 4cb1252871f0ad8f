"""What pages must know of the rest of the site, computed once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citewell.citations.number import BibliographyEntry, NumberedArticle
from citewell.markup import Markup
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.site import Site
from citewell.render.addresses import folded, slug_of, topic_address
from citewell.render.entries import described


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its words as first written with a capital, its address, its published articles by title."""

    words: str
    address: str
    articles: tuple[NumberedArticle, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """A published document that cites a reference, with the entry the reference has there."""

    document: NumberedArticle
    entry: BibliographyEntry


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The site as its pages refer to it; only what is published, but for ``withdrawn``.

    ``articles`` are sorted by title and ``by_slug`` finds one. ``topics`` are sorted, ``topic_of`` finds one by its
    words as ``folded``. ``by_author`` lists a person's articles, ``citing`` who cites a reference, ``entries`` each
    reference as it is printed, all by id or key.
    """

    site: Site
    articles: tuple[NumberedArticle, ...]
    withdrawn: tuple[NumberedArticle, ...]
    pages: tuple[NumberedArticle, ...]
    by_slug: Mapping[str, NumberedArticle]
    topics: tuple[Topic, ...]
    topic_of: Mapping[str, Topic]
    by_author: Mapping[str, Sequence[NumberedArticle]]
    citing: Mapping[str, Sequence[Citing]]
    entries: Mapping[str, Markup]

    def has_page(self, slug: str) -> bool:
        """Whether one of the site's own pages has this name."""
        return any(page.article.slug == slug for page in self.pages)


def survey(site: Site, numbered: Sequence[NumberedArticle]) -> SiteMap:
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
    topics = _topics(articles)
    return SiteMap(
        site=site,
        articles=articles,
        withdrawn=_of(numbered, ArticleKind.ARTICLE, PublicationStatus.WITHDRAWN),
        pages=pages,
        by_slug={each.article.slug: each for each in articles},
        topics=tuple(sorted(topics.values(), key=lambda topic: (folded(topic.words), topic.address))),
        topic_of=topics,
        by_author=by_author,
        citing=citing,
        entries={key: described(reference) for key, reference in site.bibliography.references.items()},
    )


def _of(
    numbered: Iterable[NumberedArticle], kind: ArticleKind, status: PublicationStatus
) -> tuple[NumberedArticle, ...]:
    found = (each for each in numbered if each.article.kind is kind and each.article.front.status is status)
    return tuple(sorted(found, key=lambda each: (folded(each.article.front.title.text), each.article.slug)))


def _topics(articles: Iterable[NumberedArticle]) -> dict[str, Topic]:
    """Topics by their folded words. Two with other words never share an address."""
    written: dict[str, str] = {}
    members: dict[str, list[NumberedArticle]] = {}
    for each in articles:
        own = {folded(topic.text): topic.text for topic in reversed(each.article.front.topics)}
        for name, words in own.items():
            written.setdefault(name, words)
            members.setdefault(name, []).append(each)
    topics: dict[str, Topic] = {}
    taken: set[str] = set()
    for name in sorted(written):
        slug = base = slug_of(name) or "topic"
        count = 1
        while slug in taken:
            count += 1
            slug = f"{base}-{count}"
        taken.add(slug)
        words = written[name]
        topics[name] = Topic(words[:1].upper() + words[1:], topic_address(slug), tuple(members[name]))
    return topics
