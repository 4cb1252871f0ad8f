"""What readers can find by searching: which pages, under which topics, and by which words besides their own.

Articles, the site's own pages and its glossary are searched, as far as they are published. A topic's page only lists
articles, so it is the filter of a search and no result of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.citations.number import NumberedArticle
from citewell.model.addresses import GLOSSARY, address_of
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.site import Site, Term
from citewell.model.slugs import slug_of
from citewell.plain_words.first_uses import first_uses
from citewell.plain_words.uses import index


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


def searched(site: Site, numbered: Sequence[NumberedArticle]) -> tuple[SearchDocument, ...]:
    """The pages of a site that can be found, by their address; none when ``site.yml`` says ``search: false``."""
    if not site.settings.search:
        return ()
    published = (each.article for each in numbered if each.article.front.status is PublicationStatus.PUBLISHED)
    found = [_of(each, site.glossary) for each in published]
    if site.glossary:
        found.append(SearchDocument(PurePosixPath(GLOSSARY) / "index.html", own=True))
    return tuple(sorted(found, key=lambda each: each.path))


def _of(article: Article, glossary: tuple[Term, ...]) -> SearchDocument:
    path = PurePosixPath(address_of(article)) / "index.html"
    if article.kind is ArticleKind.PAGE:
        return SearchDocument(path, own=True)
    topics = dict.fromkeys(slug_of(topic.text) for topic in article.front.topics)
    also = dict.fromkeys((*(words.text for words in article.front.index), *_other_spellings(article, glossary)))
    return SearchDocument(path, tuple(filter(None, topics)), tuple(also))


def _other_spellings(article: Article, glossary: tuple[Term, ...]) -> Iterator[str]:
    """All spellings of each term that the article uses: who searches "anemia" finds "anaemia"."""
    for first in first_uses(article, index(glossary)):
        if len(first.use.term.spellings) > 1:
            yield from first.use.term.spellings
