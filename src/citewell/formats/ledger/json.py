"""The ledger for programs: one JSON object, what is absent is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citewell.claim_records import ArticleClaims, ClaimRecord, GivenVerdict, SourceRecord


def format_ledger(articles: Iterable[ArticleClaims]) -> Iterator[str]:
    """The ledger as one JSON object with ``claims``: a row an object, in reading order."""
    data = {"claims": [_convert_claim(row) for article in articles for row in article.rows]}
    yield json.dumps(data, indent=2)


def _convert_claim(row: ClaimRecord) -> dict[str, Any]:
    claim, place = row.claim, row.place
    return {
        "id": claim.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "text": claim.text,
        "block": claim.block,
        "status": str(claim.status),
        "kind": claim.kind,
        "support": str(claim.support) if claim.support else None,
        "digest": row.digest,
        "certainty": str(claim.certainty) if claim.certainty else None,
        "quote_for": [str(subject) for subject in row.quote_for],
        "citations": [_convert_source(source) for source in row.sources],
        "verdicts": [_convert_verdict(given) for given in row.verdicts],
    }


def _convert_verdict(given: GivenVerdict) -> dict[str, Any]:
    return {
        "who": given.who,
        "program": given.by_program,
        "date": given.on.isoformat(),
        "verdict": str(given.verdict),
        "note": given.note or None,
        "of_old_words": given.of_old_words,
    }


def _convert_source(source: SourceRecord) -> dict[str, Any]:
    item = source.item
    return {
        "key": item.key,
        "intent": str(item.intent),
        "prefix": item.prefix,
        "locator": item.locator,
        "label": item.label,
        "suffix": item.suffix,
        "quote": item.quote,
        "suppress_author": item.suppress_author,
        "line": source.place.line,
        "column": source.place.column,
    }
