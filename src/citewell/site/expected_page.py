"""What the content says that each built page must show, as plain values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import PurePosixPath
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.card import find_emergency_card
from citewell.citations.anchors import make_reference_anchor
from citewell.citations.groups import Range, arrange_marks
from citewell.citations.number import Mark, NumberedArticle, citations
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.published import (
    LEFTOVER_MARKUP,
    Expected,
    PublishedBacklink,
    PublishedEntry,
    PublishedMark,
    collapse_spaces,
)
from citewell.model.site import Site
from citewell.render import Page
from citewell.model.addresses import GLOSSARY
from citewell.reviews.state import is_withheld
from citewell.site.page_reader import read_page

#: A heading as ``render.headings`` writes it, its words in a group; and any tag.
_HEADING: Final = re.compile(r"^#{1,6} (.*) \{#[^}\n]*\}$", re.MULTILINE)
_TAG: Final = re.compile(r"<[^>]*>")


def expect_document(context: ArticleContext) -> Expected:
    """What the page of a document must show, drafts aside; ``marks`` is ``None`` for one that is not shown."""
    article = context.article
    if is_withheld(context):
        return Expected(article.front.title.text)
    if article.front.status is not PublicationStatus.WITHDRAWN:
        return _expect_text(context.numbered)
    # What remains of a withdrawn article: its title, why it was withdrawn, and what had been corrected.
    left = (claim.text for claim in article.claims if claim.block in ("title", "withdrawn", "correction"))
    return Expected(article.front.title.text, statements=tuple(left))


def expect_page(page: Page, document: Expected | None = None) -> Expected:
    """What a built page must show; ``document`` is what ``expect_document`` says of the document it is made from."""
    expected = _expect_whole(page)
    if document is None:
        return expected
    if document.marks is None:
        return replace(expected, statements=document.statements)
    return replace(document, leftover_markup=expected.leftover_markup)


def list_literal_words(site: Site, of_documents: Iterable[str] = ()) -> frozenset[str]:
    """Words in which characters of the content language are meant to be shown, as they are compared on a page.

    They come from what the articles share, ``of_documents`` from the articles (``list_words_of_document``).
    """
    settings = (site.settings.name, site.settings.notice, site.settings.contact)
    shown = (each.text.text for each in site.shown)
    works = (words for reference in site.bibliography.references.values() for words in reference.fields.values())
    everything = (*settings, *shown, *works, *_about_sources(site))
    return _literal(everything) | frozenset(of_documents)


def list_words_of_document(article: Article) -> frozenset[str]:
    """The same for one document: its claims, and the words it quotes from works."""
    quotes = (item.quote for claim in article.claims for item in claim.citations if item.quote)
    return _literal((*(claim.text for claim in article.claims), *quotes))


def _literal(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(collapse_spaces(words) for words in texts if LEFTOVER_MARKUP.search(words))


def _about_sources(site: Site) -> Iterator[str]:
    """The words about sources: what was pinned, and what the web says there now."""
    for reference in site.bibliography.references.values():
        yield from (quote.text for quote in reference.quotes)
    for locked in site.lock.references.values():
        yield from (notice.said_by for notice in locked.notices)
        yield from (quote.says for quote in locked.quotes)


def _expect_whole(page: Page) -> Expected:
    """A page made from the rest of the site; front matter holds words that are escaped already."""
    title, description = (unescape(str(page.front_matter.get(key, ""))) for key in ("title", "description"))
    return Expected(
        title,
        description,
        leftover_markup=_count_leftover_markup(page),
        leads_to=unescape(page.leads_to),
        searched=page.path.parent == PurePosixPath(GLOSSARY),
    )


def _count_leftover_markup(page: Page) -> Mapping[str, int]:
    """How often each sort of left-over markup is in the words that we wrote: so often it is meant to be shown."""
    html = _HEADING.sub(r"<p>\1</p>", page.body) + "".join(f"<p>{words}</p>" for words in _list_texts(page.front_matter))
    if not any(LEFTOVER_MARKUP.search(unescape(_TAG.sub(between, html))) for between in ("", "\n")):
        return {}  # nearly every page, and reading one as a browser does takes a hundred times as long
    return Counter(found[0].strip() for found in LEFTOVER_MARKUP.finditer(read_page(html.encode(), page.path).prose))


def _list_texts(value: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _list_texts(each)


def _expect_text(numbered: NumberedArticle) -> Expected:
    front = numbered.article.front
    entries = tuple(
        PublishedEntry(
            make_reference_anchor(entry.reference),
            entry.number,
            tuple(PublishedBacklink(use.label, f"#{use.id}") for use in entry.uses),
        )
        for entry in numbered.entries
    )
    return Expected(
        title=front.title.text,
        description=front.description.text if front.description else "",
        marks=tuple(_list_marks(numbered)),
        entries=entries,
        statements=tuple(_list_statements(numbered.article)),
        emergency=_find_emergency_card(numbered.article),
        source=numbered.article.locate(front.title.span),
        places={claim.text: numbered.article.locate(claim.span) for claim in numbered.article.claims},
        searched=True,
    )


def _find_emergency_card(article: Article) -> str:
    """The id of the card that the link below an article's takeaway leads to."""
    card = find_emergency_card(article.body) if article.kind is ArticleKind.ARTICLE else None
    return card.anchor if card else ""


def _list_marks(numbered: NumberedArticle) -> Iterator[PublishedMark]:
    """The marks of a document in reading order, the three links of a range one after another."""
    for citation in citations(numbered.article):
        for shown in arrange_marks(numbered, citation):
            if isinstance(shown, Range):
                first, *others = shown.inner
                dash = PublishedMark(first.use.id, _link_to_entry(first), None, tuple(other.use.id for other in others))
                yield from (_make_mark(shown.first), dash, _make_mark(shown.last))
            else:
                yield _make_mark(shown.mark)


def _make_mark(mark: Mark) -> PublishedMark:
    return PublishedMark(mark.use.id, _link_to_entry(mark), mark.entry.number)


def _link_to_entry(mark: Mark) -> str:
    return f"#{make_reference_anchor(mark.entry.reference)}"


def _list_statements(article: Article) -> Iterator[str]:
    """The ledger's rows, but for those that an article does not always show: in search results, beside a card."""
    return (claim.text for claim in article.claims if claim.block not in ("description", "emergency-link"))
