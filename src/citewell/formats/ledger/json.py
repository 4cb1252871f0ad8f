"""The ledger for programs: one JSON object, what is absent is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citewell.model.article import Article
    from citewell.model.claims import Claim
    from citewell.model.inlines import CitationItem
    from citewell.model.references import Bibliography


def format_ledger(
    documents: Iterable[Article],
    bibliography: Bibliography,  # noqa: ARG001 - only the worksheet shows sources in full
) -> Iterator[str]:
    """The ledger as one JSON object with ``claims``: a row an object, in reading order."""
    data = {"claims": [_convert_claim(document, claim) for document in documents for claim in document.claims]}
    yield json.dumps(data, indent=2)


def _convert_claim(document: Article, claim: Claim) -> dict[str, Any]:
    place = document.locate(claim.span)
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
        "certainty": str(claim.certainty) if claim.certainty else None,
        "citations": [_convert_item(document, item) for item in claim.citations],
    }


def _convert_item(document: Article, item: CitationItem) -> dict[str, Any]:
    place = document.locate(item.span)
    return {
        "key": item.key,
        "intent": str(item.intent),
        "prefix": item.prefix,
        "locator": item.locator,
        "label": item.label,
        "suffix": item.suffix,
        "quote": item.quote,
        "suppress_author": item.suppress_author,
        "line": place.line,
        "column": place.column,
    }
