"""Words that are pinned are more than forty.

The law lets everybody quote as much of a work as the purpose needs, and what supports one sentence is short. A long
quote also changes with every comma of the page, and nobody compares it by eye.

Fix it by keeping only the words that the sentence rests on.

Wrong: two whole paragraphs between the quotation marks of `[@example-page "…"]`.

Right: `[@example-page "most do not hurt"]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.pinned_quotes import MOST_WORDS
from citewell.diagnostics import Location
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("CIT029")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every such quote, where it is written: in a citation, or under its name in a reference."""
    for text, place in _written(site):
        count = len(text.split())
        if count > MOST_WORDS:
            yield Finding(
                place,
                f"this quote has {count} words, and {MOST_WORDS} are the most",
                "keep only the words that the sentence rests on",
            )


def _written(site: Site) -> Iterator[tuple[str, Location]]:
    for reference in site.bibliography.references.values():
        for quote in reference.quotes:
            yield quote.text, quote.location
    for document in site.documents:
        for claim in document.claims:
            for item in claim.citations:
                if item.quote is not None:
                    yield item.quote, document.locate(item.span)
