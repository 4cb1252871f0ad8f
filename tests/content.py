"""Content that a test holds in memory, through the stages of its articles."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.diagnostics import Diagnostic
from citewell.model.blocks import Passage
from citewell.model.facts import Card, SiteFacts
from citewell.model.packed import Packed
from citewell.model.site import Site
from citewell.outputs.search.documents import list_text
from citewell.render import Page, finish_document, site_pages
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.page import PageParts
from citewell.render.site_map import SiteIndex, build_site_index
from citewell.rules import CheckOptions, check_article, check_site, join_article_findings, list_findings
from citewell.rules.facts import gather_facts, make_card
from citewell.rules.poison import find_unread
from citewell.site.document_output import DocsFiles, DocumentOutput, make_docs, make_output
from citewell.source.load import Content

TODAY = date(2026, 3, 1)


class Results:
    """What is made of content, without a file of it being read again."""

    def __init__(self, content: Content, today: date = TODAY, options: CheckOptions | None = None) -> None:
        self.content, self.options = content, options or CheckOptions()
        unread = find_unread(content.site.problems)
        self.inputs = ContextBuilder(content.site, unread, today, advise=self.options.advise)
        self.printed = ReferenceDescriptions()

    @property
    def site(self) -> Site:
        return self.content.site

    @cached_property
    def contexts(self) -> list[ArticleContext]:
        return [self.inputs.context(each) for each in self.content.documents]

    @cached_property
    def facts(self) -> SiteFacts:
        return gather_facts(self.site, map(make_card, self.contexts))

    @cached_property
    def site_index(self) -> SiteIndex:
        return build_site_index(self.facts, self.inputs, self.printed, self.passages)

    @property
    def passages(self) -> dict[str, Packed[tuple[Passage, ...]]]:
        return {each.article.source.path: Packed(list_text(each)) for each in self.contexts}

    @cached_property
    def outputs(self) -> list[tuple[Card, DocumentOutput]]:
        made = (make_output(each, self.printed) for each in self.contexts)
        return list(zip(self.facts.documents, made, strict=True))

    @property
    def parts(self) -> list[tuple[Card, PageParts]]:
        return [(card, output.page) for card, output in self.outputs if output.page]

    @property
    def docs(self) -> DocsFiles:
        return make_docs(self.site_index, self.outputs)

    @property
    def pages(self) -> list[Page]:
        """The pages of a build."""
        published = [(card, parts) for card, parts in self.parts if card.status != "draft"]
        own = (finish_document(parts, card, self.site_index) for card, parts in published)
        return [*site_pages(self.site_index), *own]

    def findings(self) -> tuple[Diagnostic, ...]:
        found = check_site(self.facts, self.inputs, self.options)
        articles = ((each.article.source.path, check_article(each, self.options)) for each in self.contexts)
        found += join_article_findings(articles)
        return list_findings(found, self.options)
