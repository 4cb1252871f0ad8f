"""The site's own pages (about, editorial policy …), written in the same language as the articles."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.render.addresses import address_of
from citewell.render.annotations import meets_terms, overlays
from citewell.render.bibliography import ReferenceDescriptions, sources
from citewell.render.corrections import corrections
from citewell.render.headings import title
from citewell.render.html import DocumentHtml
from citewell.render.items import lead
from citewell.render.page import Meta, PageParts, page_parts
from citewell.render.report import report


def own_page_parts(context: ArticleContext, printed: ReferenceDescriptions) -> PageParts:
    """A page about the site; its description is under the title. Nothing of it depends on other pages."""
    article, words = context.article, context.words
    front = article.front
    description = front.description.text if front.description else ""
    known = overlays(article, context.terms, context.anchors)
    html = DocumentHtml(context.numbered, words, known, context.settings.emergency_number)
    blocks = [
        title(front.title.text),
        lead(description) if description else None,
        *html.top(article.body),
        sources(context, printed),
        corrections(front, words, context.numbered),
        report(context, address_of(article), front.title.text),
    ]
    has_sources, has_terms = bool(context.numbered.entries), meets_terms(known)
    demonstration = context.settings.demonstration
    meta = Meta(front.title.text, description, "page", demonstration, sources=has_sources, terms=has_terms)
    return page_parts(address_of(article), meta, blocks)
