"""The links of all documents, and the paths they may lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.model.addresses import GLOSSARY, HUBS, SEARCH, document_path, topic_path
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card, LinkUse, SiteFacts
from citewell.model.site import Site


def all_links(facts: SiteFacts) -> Iterator[tuple[Card, LinkUse]]:
    """Every link with the document that contains it."""
    for document in facts.documents:
        for link in document.links:
            yield document, link


def known_paths(site: Site, facts: SiteFacts) -> Mapping[str, Card | None]:
    """Every path a link may lead to, with the document that is published there (none for hubs)."""
    known: dict[str, Card | None] = dict.fromkeys(HUBS)
    known |= {SEARCH: None} if site.settings.search else {}
    known |= {GLOSSARY: None} if site.glossary else {}
    for document in facts.documents:
        if document.kind is ArticleKind.ARTICLE and document.status is PublicationStatus.PUBLISHED:
            known.update(dict.fromkeys(topic_path(topic.text) for topic in document.topics))
    known.update((document_path(document.slug, document.kind), document) for document in facts.documents)
    return known
