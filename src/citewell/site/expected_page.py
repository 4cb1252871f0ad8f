"""What the content says that each built page must show, as plain values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import PurePosixPath
from typing import Final

from citewell.blocks.card import emergency_card
from citewell.citations.anchors import reference_anchor
from citewell.citations.groups import Range, arrange
from citewell.citations.number import Mark as Use
from citewell.citations.number import NumberedArticle, citations
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.published import LEFTOVER_MARKUP, Backlink, Entry, Expected, Mark, tidy
from citewell.model.site import Site
from citewell.render import Page
from citewell.model.addresses import address_of
from citewell.site.page_reader import read_page

#: A heading as ``render.headings`` writes it, its words in a group; and any tag.
_HEADING: Final = re.compile(r"^#{1,6} (.*) \{#[^}\n]*\}$", re.MULTILINE)
_TAG: Final = re.compile(r"<[^>]*>")


def expectations(pages: Iterable[Page], numbered: Iterable[NumberedArticle]) -> dict[PurePosixPath, Expected]:
    """By the path of each built page what it must show.

    ``pages`` are those written to ``docs/``, ``numbered`` the documents of the site, drafts and withdrawn ones too.
    """
    expected = {page.path.with_suffix(".html"): _of_page(page) for page in pages}
    for each in numbered:
        built = _built(each.article)
        if each.article.front.status is PublicationStatus.PUBLISHED and built in expected:
            expected[built] = replace(_of_document(each), signs=expected[built].signs)
        elif each.article.front.status is PublicationStatus.WITHDRAWN and built in expected:
            expected[built] = _of_withdrawn(each.article, expected[built])
    return expected


def _built(article: Article) -> PurePosixPath:
    return PurePosixPath(address_of(article)) / "index.html"


def _of_withdrawn(article: Article, page: Expected) -> Expected:
    """What remains of a withdrawn article: its title, why it was withdrawn, and what had been corrected."""
    left = (claim.text for claim in article.claims if claim.block in ("title", "withdrawn", "correction"))
    return replace(page, statements=tuple(left))


def literal_words(site: Site) -> frozenset[str]:
    """Words in which characters of the content language are meant to be shown, as they are compared on a page.

    They come from the content and its settings.
    """
    titles = (link.title for link in site.settings.navigation or ())
    settings = (site.settings.name, site.settings.publisher, site.settings.notice, site.settings.contact, *titles)
    people = (words for person in site.people.values() for words in (person.name, person.role, person.about) if words)
    works = (words for reference in site.bibliography.references.values() for words in reference.fields.values())
    claims = (claim.text for document in site.documents for claim in document.claims)
    everything = (*settings, *people, *works, *claims, *_of_sources(site))
    return frozenset(tidy(words) for words in everything if LEFTOVER_MARKUP.search(words))


def _of_sources(site: Site) -> Iterator[str]:
    """The words about sources: what was pinned, what the web says there now, why editors use a work all the same."""
    for reference in site.bibliography.references.values():
        yield from (acceptance.reason for acceptance in reference.accepted)
        yield from (quote.text for quote in reference.quotes)
    for locked in site.lock.references.values():
        yield from (notice.said_by for notice in locked.notices)
        yield from (quote.says for quote in locked.quotes)
    for document in site.documents:
        yield from (item.quote for claim in document.claims for item in claim.citations if item.quote)


def _of_page(page: Page) -> Expected:
    """A page made from the rest of the site; front matter holds words that are escaped already."""
    title, description = (unescape(str(page.front_matter.get(key, ""))) for key in ("title", "description"))
    return Expected(title, description, signs=_signs(page), leads_to=unescape(page.leads_to))


def _signs(page: Page) -> Mapping[str, int]:
    """How often each sort of left-over markup is in the words that we wrote: so often it is meant to be shown."""
    html = _HEADING.sub(r"<p>\1</p>", page.body) + "".join(f"<p>{words}</p>" for words in _texts(page.front_matter))
    if not any(LEFTOVER_MARKUP.search(unescape(_TAG.sub(between, html))) for between in ("", "\n")):
        return {}  # nearly every page, and reading one as a browser does takes a hundred times as long
    return Counter(found[0].strip() for found in LEFTOVER_MARKUP.finditer(read_page(html.encode(), page.path).prose))


def _texts(value: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


def _of_document(numbered: NumberedArticle) -> Expected:
    front = numbered.article.front
    entries = tuple(
        Entry(
            reference_anchor(entry.reference),
            entry.number,
            tuple(Backlink(use.label, f"#{use.id}") for use in entry.uses),
        )
        for entry in numbered.entries
    )
    return Expected(
        title=front.title.text,
        description=front.description.text if front.description else "",
        marks=tuple(_marks(numbered)),
        entries=entries,
        statements=tuple(_statements(numbered.article)),
        emergency=_emergency(numbered.article),
        source=numbered.article.locate(front.title.span),
        places={claim.text: numbered.article.locate(claim.span) for claim in numbered.article.claims},
    )


def _emergency(article: Article) -> str:
    """The id of the card that the link below an article's takeaway leads to."""
    card = emergency_card(article.body) if article.kind is ArticleKind.ARTICLE else None
    return card.anchor if card else ""


def _marks(numbered: NumberedArticle) -> Iterator[Mark]:
    """The marks of a document in reading order, the three links of a range one after another."""
    for citation in citations(numbered.article):
        for shown in arrange(numbered, citation):
            if isinstance(shown, Range):
                first, *others = shown.inner
                dash = Mark(first.use.id, _way(first), None, tuple(other.use.id for other in others))
                yield from (_single(shown.first), dash, _single(shown.last))
            else:
                yield _single(shown.mark)


def _single(use: Use) -> Mark:
    return Mark(use.use.id, _way(use), use.entry.number)


def _way(use: Use) -> str:
    return f"#{reference_anchor(use.entry.reference)}"


def _statements(article: Article) -> Iterator[str]:
    """The ledger's rows, but for those that an article does not always show: in search results, beside a card."""
    return (claim.text for claim in article.claims if claim.block not in ("description", "emergency-link"))
