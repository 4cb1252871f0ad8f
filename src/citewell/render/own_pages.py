"""The site's own pages (about, editorial policy …), written in the same language as the articles."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.model.addresses import address_of
from citewell.render.annotations import meets_terms, overlays
from citewell.render.bibliography import sources
from citewell.render.corrections import corrections
from citewell.render.headings import title
from citewell.render.html import DocumentHtml
from citewell.render.items import lead
from citewell.render.page import Meta, Page, page
from citewell.render.report import report
from citewell.render.site_map import SiteIndex


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """A page for each published text about the site."""
    return (own_page(each, site_map) for each in site_map.pages)


def own_page(numbered: NumberedArticle, site_map: SiteIndex) -> Page:
    """A page about the site; its description is below the title."""
    front = numbered.article.front
    description = front.description.text if front.description else ""
    known = overlays(numbered.article, site_map.site.glossary)
    html = DocumentHtml(numbered, site_map.words, known, site_map.site.settings.emergency_number)
    blocks = [
        title(front.title.text),
        lead(description) if description else None,
        *html.top(numbered.article.body),
        sources(numbered, site_map.entries, site_map.words),
        corrections(front, site_map.words, numbered),
        report(site_map, address_of(numbered.article), front.title.text),
    ]
    demonstration = site_map.site.settings.demonstration
    has_sources, has_terms = bool(numbered.entries), meets_terms(known)
    meta = Meta(front.title.text, description, "page", demonstration, sources=has_sources, terms=has_terms)
    return page(address_of(numbered.article), meta, blocks)
