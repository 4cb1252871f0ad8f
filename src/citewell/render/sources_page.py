"""Every reference of the site, with the articles and sentences that cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citewell.citations.anchors import reference_anchor
from citewell.citations.entry import entry, plain_text
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.model.article import ArticleKind
from citewell.model.place import Span
from citewell.model.references import Reference
from citewell.render import words
from citewell.render.addresses import SOURCES, address_of, relative
from citewell.render.headings import title
from citewell.render.items import lead
from citewell.render.lines import stacked
from citewell.render.order import sorted_as
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import Citing, SiteMap


def sources_page(site_map: SiteMap) -> Page:
    """The sources of the whole site in the order of their first words."""
    references = sorted(site_map.site.bibliography.references.values(), key=_first_words)
    claims = _Claims()
    entries = [_entry(reference, site_map, claims) for reference in references]
    blocks = [
        title(words.SOURCES),
        lead(words.sources_lead(len(references))),
        element("ul", stacked(*entries), class_="entries") if entries else None,
    ]
    demonstration = site_map.site.settings.demonstration
    meta = Meta(words.SOURCES, words.SOURCES_DESCRIPTION, "sources", demonstration, section=SOURCES)
    return page(SOURCES, meta, blocks)


class _Claims:
    """Which words a use supports, by the use's place; looked up once an article."""

    def __init__(self) -> None:
        self._known: dict[tuple[ArticleKind, str], Mapping[Span, str]] = {}

    def of(self, numbered: NumberedArticle) -> Mapping[Span, str]:
        article = numbered.article
        key = (article.kind, article.slug)
        if key not in self._known:
            self._known[key] = {item.span: claim.text for claim in article.claims for item in claim.citations}
        return self._known[key]


def _first_words(reference: Reference) -> tuple[str, str]:
    return sorted_as(plain_text(entry(reference))), reference.key


def _entry(reference: Reference, site_map: SiteMap, claims: _Claims) -> Markup:
    citing = site_map.citing.get(reference.key, ())
    cited = _cited(citing, claims) if citing else element("p", words.NOT_USED, class_="cited")
    return element("li", stacked(site_map.entries[reference.key], cited), id=reference_anchor(reference))


def _cited(citing: Sequence[Citing], claims: _Claims) -> Markup:
    times = sum(len(each.entry.uses) for each in citing)
    articles = sum(each.document.article.kind is ArticleKind.ARTICLE for each in citing)
    summary = element("summary", words.used(times, articles, len(citing) - articles))
    documents = element("ul", stacked(*(_document(each, claims) for each in citing)))
    return element("details", stacked(summary, documents), class_="cited")


def _document(citing: Citing, claims: _Claims) -> Markup:
    """A document and the sentences in it that use the reference."""
    article, entry = citing.document.article, citing.entry
    there = relative(SOURCES, address_of(article))
    said = claims.of(citing.document)
    uses = [
        element("li", element("a", said.get(use.span, words.SOURCE + str(entry.number)), href=f"{there}#{use.id}"))
        for use in entry.uses
    ]
    link = element("a", article.front.title.text, href=f"{there}#{reference_anchor(entry.reference)}")
    return element("li", stacked(link, element("ul", stacked(*uses))))
