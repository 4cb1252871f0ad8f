"""What readers can find by searching: which pages, under which topics, and by which words besides their own.

Articles, the site's own pages and its glossary are searched, as far as they are published. A topic's page only lists
articles, so it is the filter of a search and no result of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card, SiteFacts
from citewell.model.site import Term
from citewell.model.slugs import slug_of
from citewell.render.addresses import GLOSSARY, address_of


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page that can be found. ``path`` is that of its file on the site, ``topics`` are those of an article, as slugs.

    ``also`` are words that lead to it although they need not stand on it. ``own`` marks a page that is no article: it
    comes after articles that fit as well.
    """

    path: PurePosixPath
    topics: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    own: bool = False


def searched(facts: SiteFacts) -> tuple[SearchDocument, ...]:
    """The pages of a site that can be found, by their address; none when ``site.yml`` says ``search: false``."""
    site = facts.site
    if not site.settings.search:
        return ()
    terms = {term.term: term for term in site.glossary}
    published = (each for each in facts.documents if each.status is PublicationStatus.PUBLISHED)
    found = [_search_document(each, terms) for each in published]
    if site.glossary:
        found.append(SearchDocument(PurePosixPath(GLOSSARY) / "index.html", own=True))
    return tuple(sorted(found, key=lambda each: each.path))


def _search_document(card: Card, terms: Mapping[str, Term]) -> SearchDocument:
    path = PurePosixPath(address_of(card)) / "index.html"
    if card.kind is ArticleKind.PAGE:
        return SearchDocument(path, own=True)
    topics = dict.fromkeys(slug_of(topic.text) for topic in card.topics)
    also = dict.fromkeys((*card.index, *_other_spellings(card, terms)))
    return SearchDocument(path, tuple(filter(None, topics)), tuple(also))


def _other_spellings(card: Card, terms: Mapping[str, Term]) -> Iterator[str]:
    """All spellings of each term that the article uses: who searches "anemia" finds "anaemia"."""
    for term in card.terms:
        if len(terms[term].spellings) > 1:
            yield from terms[term].spellings
