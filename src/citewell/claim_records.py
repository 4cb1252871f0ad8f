"""The claims of articles as records: each with its place and its sources, for programs and people who compare them.

Records are plain values; no article's tree is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_context import claims_in_context
from citewell.citations.claim_digest import digest_claim
from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.citations.sections import digest_section, list_sections
from citewell.diagnostics import Location
from citewell.model.article import ArticleKind
from citewell.model.claims import Claim, ClaimSubject, Support
from citewell.model.evidence import LockedQuote, LockedReference
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.model.reviews import ClaimVerdict, PersonVerdicts, ProgramVerdicts, Review
from citewell.project import Project
from citewell.quote_policy import find_subjects_without_words
from citewell.reviews.machine_written import find_unverified_claims
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import ClaimIndex
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
class GivenVerdict:
    """What a person or a program said of a claim; ``by_program``: it counts as nobody's review.

    ``who`` is the id of a person, or a program with its version. ``of_old_words``: it was given before the claim
    changed. ``note`` may be empty.
    """

    who: str
    on: date
    verdict: ClaimVerdict
    note: str
    by_program: bool
    of_old_words: bool


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One row of the ledger with its digest (``claim_digest.py``).

    ``section`` is the id of its section, ``section_digest`` the digest of that as a whole. ``read_alone`` is its text
    with the words above it without which it says little. ``verdicts`` are those that count, the newest first.
    ``quote_for`` are the subjects for which the site wants pinned words of a source, if the claim has none.
    """

    claim: Claim
    digest: str
    section: str
    section_digest: str
    place: Location
    read_alone: str
    sources: tuple[SourceRecord, ...]
    verdicts: tuple[GivenVerdict, ...] = ()
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
    alone = claims_in_context(article, context.words, context.settings.emergency_number)
    verdicts = _list_verdicts(context)
    sections = list_sections(article)
    digests = {each.anchor: digest_section(each, context.bibliography) for each in sections}
    anchors = {claim.id: each.anchor for each in sections for claim in each.claims}
    rows = (
        ClaimRecord(
            replace(claim, support=Support.UNVERIFIED) if claim.id in unverified else claim,
            digest_claim(claim, context.bibliography),
            anchors[claim.id],
            digests[anchors[claim.id]],
            article.locate(claim.span),
            alone[claim.id],
            tuple(_make_source(item, context) for item in claim.citations),
            tuple(verdicts.get(claim.id, ())),
            find_subjects_without_words(claim, context),
        )
        for claim in article.claims
    )
    return ArticleClaims(article.slug, article.kind, article.source.path, article.front.title.text, tuple(rows))


def _list_verdicts(context: ArticleContext) -> Mapping[str, Sequence[GivenVerdict]]:
    """What was said of each claim, by its id: of it as it is, and of other words under the same id."""
    refused = {id(each.record) for each in find_review_state(context).refused}
    file, index = context.reviews, ClaimIndex(context)
    records: list[tuple[str, Review | PersonVerdicts | ProgramVerdicts]] = [
        *((each.by, each) for each in file.reviews),
        *((each.by, each) for each in file.people),
        *((f"{each.program} {each.version}", each) for each in file.programs),
    ]
    found: dict[str, list[GivenVerdict]] = {}
    for who, record in sorted(records, key=lambda pair: pair[1].on, reverse=True):
        for each in record.verdicts if id(record) not in refused else ():
            claim = index.find(each.claim, each.digest)
            by_program = isinstance(record, ProgramVerdicts)
            given = GivenVerdict(who, record.on, each.verdict, each.note or "", by_program, claim is None)
            found.setdefault(claim.id if claim else each.claim, []).append(given)
    return found


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
