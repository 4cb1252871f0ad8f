"""The links of all documents, and the paths they may lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.model.addresses import document_path, topic_path
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import ArticleFacts, LinkUse, SiteFacts
from citewell.model.page_kinds import PAGE_KINDS
from citewell.model.site import Site


def all_links(facts: SiteFacts) -> Iterator[tuple[ArticleFacts, LinkUse]]:
    """Every link with the document that contains it."""
    for document in documents(facts):
        for link in document.links:
            yield document, link


def known_paths(site: Site, facts: SiteFacts) -> Mapping[str, ArticleFacts | None]:
    """Every path a link may lead to, with the document that is published there (none for hubs)."""
    known: dict[str, ArticleFacts | None] = {kind.address: None for kind in PAGE_KINDS if kind.exists(site)}
    for document in documents(facts):
        if document.kind is ArticleKind.ARTICLE and document.status is PublicationStatus.PUBLISHED:
            known.update(dict.fromkeys(map(topic_path, document.topics)))
    known.update((document_path(document.slug, document.kind), document) for document in documents(facts))
    return known


def documents(facts: SiteFacts) -> tuple[ArticleFacts, ...]:
    """The facts of articles and own pages."""
    return (*facts.articles.values(), *facts.pages.values())
