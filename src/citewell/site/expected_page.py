"""What the content says that each built page must show, as plain values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import PurePosixPath
from typing import Final

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
from citewell.model.addresses import GLOSSARY, address_of
from citewell.site.page_reader import read_page

#: A heading as ``render.headings`` writes it, its words in a group; and any tag.
_HEADING: Final = re.compile(r"^#{1,6} (.*) \{#[^}\n]*\}$", re.MULTILINE)
_TAG: Final = re.compile(r"<[^>]*>")


def list_expected_pages(pages: Iterable[Page], numbered: Iterable[NumberedArticle]) -> dict[PurePosixPath, Expected]:
    """By the path of each built page what it must show.

    ``pages`` are those written to ``docs/``, ``numbered`` the documents of the site, drafts and withdrawn ones too.
    """
    expected = {page.path.with_suffix(".html"): _expect_page(page) for page in pages}
    for each in numbered:
        built = _built_path(each.article)
        if each.article.front.status is PublicationStatus.PUBLISHED and built in expected:
            expected[built] = replace(_expect_document(each), leftover_markup=expected[built].leftover_markup)
        elif each.article.front.status is PublicationStatus.WITHDRAWN and built in expected:
            expected[built] = _expect_withdrawn(each.article, expected[built])
    return expected


def _built_path(article: Article) -> PurePosixPath:
    return PurePosixPath(address_of(article)) / "index.html"


def _expect_withdrawn(article: Article, page: Expected) -> Expected:
    """What remains of a withdrawn article: its title, why it was withdrawn, and what had been corrected."""
    left = (claim.text for claim in article.claims if claim.block in ("title", "withdrawn", "correction"))
    return replace(page, statements=tuple(left))


def list_literal_words(site: Site) -> frozenset[str]:
    """Words in which characters of the content language are meant to be shown, as they are compared on a page.

    They come from the content and its settings.
    """
    settings = (site.settings.name, site.settings.notice, site.settings.contact)
    shown = (each.text.text for each in site.shown)
    works = (words for reference in site.bibliography.references.values() for words in reference.fields.values())
    claims = (claim.text for document in site.documents for claim in document.claims)
    everything = (*settings, *shown, *works, *claims, *_list_words_of_sources(site))
    return frozenset(collapse_spaces(words) for words in everything if LEFTOVER_MARKUP.search(words))


def _list_words_of_sources(site: Site) -> Iterator[str]:
    """The words about sources: what was pinned, and what the web says there now."""
    for reference in site.bibliography.references.values():
        yield from (quote.text for quote in reference.quotes)
    for locked in site.lock.references.values():
        yield from (notice.said_by for notice in locked.notices)
        yield from (quote.says for quote in locked.quotes)
    for document in site.documents:
        yield from (item.quote for claim in document.claims for item in claim.citations if item.quote)


def _expect_page(page: Page) -> Expected:
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


def _expect_document(numbered: NumberedArticle) -> Expected:
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
