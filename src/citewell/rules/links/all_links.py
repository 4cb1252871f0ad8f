"""The links of all documents, and the paths they may lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.model.addresses import document_path, topic_path
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card, LinkUse, SiteFacts
from citewell.model.page_kinds import list_page_kinds


def all_links(facts: SiteFacts) -> Iterator[tuple[Card, LinkUse]]:
    """Every link with the document that contains it."""
    for document in facts.documents:
        for link in document.links:
            yield document, link


def known_paths(facts: SiteFacts) -> Mapping[str, Card | None]:
    """Every path a link may lead to, with the document that is published there (none for hubs)."""
    known: dict[str, Card | None] = {kind.address: None for kind in list_page_kinds() if kind.exists(facts)}
    for document in facts.documents:
        if document.kind is ArticleKind.ARTICLE and document.status is PublicationStatus.PUBLISHED:
            known.update(dict.fromkeys(topic_path(topic.text) for topic in document.topics))
    known.update((document_path(document.slug, document.kind), document) for document in facts.documents)
    return known
