"""The claims of articles as records: each with its place and its sources, for programs and people who compare them.

Records are plain values; no article's tree is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_context import sentences_in_context
from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.diagnostics import Location
from citewell.model.article import ArticleKind
from citewell.model.claims import Claim
from citewell.model.evidence import LockedQuote, LockedReference
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.project import Project
from citewell.source.content_tree import walk_content
from citewell.source.load import read_article, read_site


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source of a claim.

    ``reference`` is ``None`` if there is none with the item's key, ``locked`` if it has not been looked up as it is
    now. ``words`` are those that the item pins, if it does, and ``quote`` is how they were found when looked up.
    """

    item: CitationItem
    place: Location
    reference: Reference | None
    locked: LockedReference | None
    words: str | None
    quote: LockedQuote | None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One row of the ledger; ``read_alone`` is its text with the words above it without which it says little."""

    claim: Claim
    place: Location
    read_alone: str
    sources: tuple[SourceRecord, ...]


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """All rows of the ledger of one article or page, in reading order; ``path`` is that of its text."""

    slug: str
    kind: ArticleKind
    path: str
    title: str
    rows: tuple[ClaimRecord, ...]


def list_claims(context: ArticleContext) -> ArticleClaims:
    """The claims of one article."""
    article = context.article
    alone = sentences_in_context(article, context.words, context.settings.emergency_number)
    rows = (
        ClaimRecord(
            claim,
            article.locate(claim.span),
            alone.get(claim.citations[0].span, claim.text) if claim.citations else claim.text,
            tuple(_make_source(item, context) for item in claim.citations),
        )
        for claim in article.claims
    )
    return ArticleClaims(article.slug, article.kind, article.source.path, article.front.title.text, tuple(rows))


def read_claims(project: Project, today: date, wanted: Callable[[str], bool]) -> Iterator[ArticleClaims]:
    """The claims of the articles and pages of a project whose path is ``wanted``, one after another, without a check.

    Raises ``ContentUnreadable`` when a folder is missing or cannot be listed; a text that cannot be read is left out.
    """
    tree = walk_content(project)
    site = read_site(tree)
    inputs = ContextBuilder(site, frozenset(), today)
    for files, kind in ((tree.articles, ArticleKind.ARTICLE), (tree.pages, ArticleKind.PAGE)):
        for each in files:
            article = read_article(each, kind, site).article if wanted(each.text.shown) else None
            if article is not None:
                yield list_claims(inputs.context(article))


def _make_source(item: CitationItem, context: ArticleContext) -> SourceRecord:
    reference = find_reference(item.key, context.bibliography)
    locked = context.known.get(reference.key) if reference else None
    words = find_pinned_words(item, reference) if reference else item.quote
    quote = locked.quote(words) if locked and words else None
    return SourceRecord(item, context.article.locate(item.span), reference, locked, words, quote)
