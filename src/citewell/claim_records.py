"""The claims of articles as records: each with its place and its sources, for programs and people who compare them.

Records are plain values; no article's tree is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_context import sentences_in_context
from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.diagnostics import Location
from citewell.model.article import ArticleKind
from citewell.model.claims import Claim, ClaimSubject, Support
from citewell.model.evidence import LockedQuote, LockedReference
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.project import Project
from citewell.quote_policy import find_subjects_without_words
from citewell.reviews.machine_written import find_unverified_claims
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
    """One row of the ledger; ``read_alone`` is its text with the words above it without which it says little.

    ``quote_for`` are the subjects for which the site wants pinned words of a source, if the claim has none.
    """

    claim: Claim
    place: Location
    read_alone: str
    sources: tuple[SourceRecord, ...]
    quote_for: tuple[ClaimSubject, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """All rows of the ledger of one article or page, in reading order; ``path`` is that of its text."""

    slug: str
    kind: ArticleKind
    path: str
    title: str
    rows: tuple[ClaimRecord, ...]


def list_claims(context: ArticleContext) -> ArticleClaims:
    """The claims of one article; those that a program wrote and nobody has confirmed are unverified."""
    article, unverified = context.article, {claim.id for claim in find_unverified_claims(context)}
    alone = sentences_in_context(article, context.words, context.settings.emergency_number)
    rows = (
        ClaimRecord(
            replace(claim, support=Support.UNVERIFIED) if claim.id in unverified else claim,
            article.locate(claim.span),
            alone.get(claim.citations[0].span, claim.text) if claim.citations else claim.text,
            tuple(_make_source(item, context) for item in claim.citations),
            find_subjects_without_words(claim, context),
        )
        for claim in article.claims
    )
    return ArticleClaims(article.slug, article.kind, article.source.path, article.front.title.text, tuple(rows))


def read_claims(project: Project, today: date, wanted: Callable[[str], bool]) -> Iterator[ArticleClaims]:
    """The claims of the articles and pages of a project whose path is ``wanted``, one after another, without a check.

    Of other articles come the rows of the shared texts they use, where the path of these is ``wanted``. Raises
    ``ContentUnreadable`` when a folder is missing or cannot be listed; a text that cannot be read is left out.
    """
    tree = walk_content(project)
    site = read_site(tree)
    inputs = ContextBuilder(site, frozenset(), today)
    shared_wanted = any(wanted(shared.source.path) for shared in site.shared.values())
    for files, kind in ((tree.articles, ArticleKind.ARTICLE), (tree.pages, ArticleKind.PAGE)):
        for each in files:
            whole = wanted(each.text.shown)
            article = read_article(each, kind, site).article if whole or shared_wanted else None
            if article is None:
                continue
            found = list_claims(inputs.context(article))
            rows = found.rows if whole else tuple(row for row in found.rows if wanted(row.place.path))
            if whole or rows:
                yield replace(found, rows=rows)


def _make_source(item: CitationItem, context: ArticleContext) -> SourceRecord:
    reference = find_reference(item.key, context.bibliography)
    locked = context.known.get(reference.key) if reference else None
    words = find_pinned_words(item, reference) if reference else item.quote
    quote = locked.quote(words) if locked and words else None
    return SourceRecord(item, context.article.locate(item.span), reference, locked, words, quote)
