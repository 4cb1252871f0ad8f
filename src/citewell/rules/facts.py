"""From each document the few facts that the rest of the site may know, and their fold."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import citations
from citewell.diagnostics import Location
from citewell.model.addresses import former_path
from citewell.model.article import Article, PublicationStatus
from citewell.model.blocks import Prose
from citewell.model.facts import ArticleFacts, FormerAddress, LinkUse, SiteFacts
from citewell.model.inlines import Emphasis, Foreign, Inline, Link, Strong, join_text
from citewell.model.site import Site


def gather_facts(site: Site) -> SiteFacts:
    """The facts of all documents."""
    return SiteFacts(
        {article.slug: facts_of(article) for article in site.articles},
        {page.slug: facts_of(page) for page in site.pages},
    )


def facts_of(article: Article) -> ArticleFacts:
    """The facts of one document."""
    withdrawal = article.front.withdrawal
    keys: dict[str, Location] = {}
    for citation in citations(article):
        for item in citation.items:
            keys.setdefault(item.key, article.locate(item.span))
    return ArticleFacts(
        slug=article.slug,
        kind=article.kind,
        title=article.front.title.text,
        status=article.front.status,
        path=article.source.path,
        anchors=frozenset(_anchors(article, bool(keys))),
        keys_used=keys,
        links=tuple(_links(article)),
        topics=tuple(topic.text for topic in article.front.topics),
        instead=withdrawal.instead.text if withdrawal and withdrawal.instead else "",
        was=tuple(_former(article)),
    )


def _anchors(article: Article, cites: bool) -> Iterator[str]:
    """The ids that a reader finds on the page; of a withdrawn article only the title is left."""
    yield "content"
    if article.front.corrections:
        yield "corrections"
    if article.front.status is PublicationStatus.WITHDRAWN:
        return
    if cites:
        yield "sources"
    for node in article.nodes:
        if isinstance(node, Takeaway):
            yield "takeaway"
        anchor = None if isinstance(node, Prose) else getattr(node, "anchor", None)
        if anchor:
            yield anchor


def _former(article: Article) -> Iterator[FormerAddress]:
    for former in article.front.was:
        yield FormerAddress(former.text, article.locate(former.span), former_path(former.text, article.kind))


def _links(article: Article) -> Iterator[LinkUse]:
    for run in article.prose:
        for link in _links_in(run.inlines):
            yield LinkUse(link.href, article.locate(link.span), join_text(link.children))


def _links_in(inlines: tuple[Inline, ...]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        if isinstance(inline, Emphasis | Strong | Link | Foreign):
            yield from _links_in(inline.children)
