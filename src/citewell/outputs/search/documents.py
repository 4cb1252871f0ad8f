"""What readers can find by searching: each page's text, its topics, and other words that lead to it.

Articles, the site's own pages and its glossary are searched, as far as they are published. A topic's page only lists
articles, so it is the filter of a search and no result of one. An article is found by its own text alone: banner,
contents, marks and sources are alike on every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.article_context import ArticleContext
from citewell.blocks import list_passages
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.model.addresses import GLOSSARY, address_of
from citewell.model.article import ArticleKind
from citewell.model.blocks import Passage
from citewell.model.facts import Card
from citewell.model.glossary import Term
from citewell.model.slugs import make_slug
from citewell.render.glossary_page import sort_terms
from citewell.render.site_map import SiteIndex


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page that can be found: ``path`` is that of its file on the site, ``passages`` are its text in reading order.

    ``topics`` are those of an article, as slugs. ``also`` are words that lead to the page although they need not be on
    it. ``is_article`` is false for the site's own pages, which come after articles that fit as well.
    """

    path: PurePosixPath
    title: str
    passages: tuple[Passage, ...]
    topics: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_article: bool = True


def list_documents(index: SiteIndex) -> Iterator[SearchDocument]:
    """The pages of a site that can be found, by their address."""
    terms = {term.term: term for term in index.site.glossary}
    found = [_describe_document(each, index, terms) for each in (*index.articles, *index.pages)]
    if index.site.glossary:
        found.append(_describe_glossary(index))
    yield from sorted(found, key=lambda document: document.path)


def _describe_document(card: Card, index: SiteIndex, terms: Mapping[str, Term]) -> SearchDocument:
    """What can be found of an article or own page."""
    path = PurePosixPath(address_of(card)) / "index.html"
    passages = index.passages[card.path].unpack()
    if card.kind is ArticleKind.PAGE:
        return SearchDocument(path, card.title, passages, is_article=False)
    topics = dict.fromkeys(make_slug(topic.text) for topic in card.topics)
    words = (*card.index, *_list_other_spellings(card, terms))
    return SearchDocument(path, card.title, passages, tuple(filter(None, topics)), tuple(dict.fromkeys(words)))


def list_text(context: ArticleContext) -> tuple[Passage, ...]:
    """What a page says. Its key takeaways come before its first section, because they are about the whole page."""
    article = context.article
    description = article.front.description if article.kind is ArticleKind.PAGE else None
    nodes = sorted(article.body, key=lambda node: not isinstance(node, KeyTakeaways))
    passages = list_passages(nodes, context.words, context.settings.emergency_number)
    return (*([Passage(description.text)] if description else ()), *passages)


def _list_other_spellings(card: Card, terms: Mapping[str, Term]) -> Iterator[str]:
    """All spellings of each term that the article uses: "anemia" leads to "anaemia"."""
    for term in card.terms:
        if len(terms[term].spellings) > 1:
            yield from terms[term].spellings


def _describe_glossary(index: SiteIndex) -> SearchDocument:
    """The page of all terms, each with its meaning and its other spellings, in the order of the page."""
    words = index.words
    passages = [Passage(words("glossary.description"))]
    for term in sort_terms(index.site.glossary):
        also = ", ".join(spelling for spelling in term.spellings if spelling != term.term)
        passages.append(Passage(f"{term.term}: {term.plain}"))
        if also:
            passages.append(Passage(words("glossary.also", spellings=also)))
    path = PurePosixPath(GLOSSARY) / "index.html"
    return SearchDocument(path, words("glossary.title"), tuple(passages), is_article=False)
