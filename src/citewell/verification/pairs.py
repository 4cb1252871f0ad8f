"""Claim–evidence pairs: what a program needs to judge whether sources support a claim, one claim an object.

The classes are the format: ``citewell schema pairs`` describes them as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from citewell.citations.entry import choose_link, join_entry_text, make_entry
from citewell.claim_records import ArticleClaims, ClaimRecord, SourceRecord
from citewell.model.claims import Status
from citewell.model.evidence import LockedQuote, QuoteVerdict, Verdict
from citewell.model.inlines import Certainty, Intent
from citewell.model.references import IdentifierKind, Reference


@dataclass(frozen=True, slots=True)
class PairReference:
    """The work that a citation names: ``kind`` is the editors' word for it, ``type`` that of CSL."""

    key: str
    title: str
    entry: str
    type: str
    kind: str | None
    year: int | None
    doi: str | None
    pmid: str | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class PairCitation:
    """One source of a claim.

    ``intent`` is how the article uses it, ``locator`` the place in it (``page 12``). ``quote`` are the words that the
    citation pins, ``passage`` the words around them on the page (or those it has instead). ``checked`` is the day on
    which the reference was looked up.
    """

    reference: PairReference
    intent: Intent
    locator: str | None
    quote: str | None
    passage: str | None
    quote_verdict: QuoteVerdict | None
    verdict: Verdict | None
    checked: date | None


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """A claim with its evidence.

    ``claim`` and ``digest`` come back with a verdict: the id of the claim, and the state that was judged. ``text`` are
    its words; in ``context`` they follow those above them without which they would say something else. ``block`` is the
    part of the article (``paragraph``, ``emergency`` …).
    """

    format: Literal["citewell-pair"]
    version: Literal[1]
    article: str
    title: str
    claim: str
    digest: str
    text: str
    context: str
    block: str
    certainty: Certainty | None
    path: str
    line: int
    citations: tuple[PairCitation, ...]


def list_pairs(article: ArticleClaims) -> Iterator[ClaimPair]:
    """The claims of an article that have sources in the bibliography, in reading order."""
    for row in article.rows:
        citations = tuple(_make_citation(each) for each in row.sources if each.reference)
        if row.claim.status is Status.CITED and citations:
            yield _make_pair(article, row, citations)


def convert_pair(pair: ClaimPair) -> dict[str, Any]:
    """A pair as JSON has it: what is absent is ``null``."""
    return asdict(pair)


def _make_pair(article: ArticleClaims, row: ClaimRecord, citations: tuple[PairCitation, ...]) -> ClaimPair:
    return ClaimPair(
        format="citewell-pair",
        version=1,
        article=article.slug,
        title=article.title,
        claim=row.claim.id,
        digest=row.digest,
        text=row.claim.text,
        context=row.read_alone,
        block=row.claim.block,
        certainty=row.claim.certainty,
        path=row.place.path,
        line=row.place.line,
        citations=citations,
    )


def _make_citation(source: SourceRecord) -> PairCitation:
    assert source.reference is not None
    item, locked, quote = source.item, source.locked, source.quote
    return PairCitation(
        reference=_make_reference(source.reference),
        intent=item.intent,
        locator=" ".join(filter(None, (item.label, item.locator, item.suffix))) or None,
        quote=source.words,
        passage=_find_passage(quote),
        quote_verdict=quote.verdict if quote else None,
        verdict=locked.verdict if locked else None,
        checked=locked.checked if locked else None,
    )


def _find_passage(quote: LockedQuote | None) -> str | None:
    """The words of the page around those that are pinned, or those that it has instead, as far as the lock has any."""
    if quote is None:
        return None
    return quote.passage.text if quote.passage else quote.says or None


def _make_reference(reference: Reference) -> PairReference:
    return PairReference(
        key=reference.key,
        title=reference.title,
        entry=join_entry_text(make_entry(reference)),
        type=reference.type,
        kind=reference.kind,
        year=reference.issued.year if reference.issued else None,
        doi=reference.identifiers.get(IdentifierKind.DOI),
        pmid=reference.identifiers.get(IdentifierKind.PMID),
        url=choose_link(reference),
        language=reference.fields.get("language"),
    )
