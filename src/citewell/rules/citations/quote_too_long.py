"""A pinned quote has more than forty words.

The law allows you to quote only as much of a work as the purpose needs, and the support for one sentence is short. A
long quote also changes with every comma of the page, and nobody can compare it by eye.

Fix it by keeping only the words that support the sentence.

Wrong: two whole paragraphs between the quotation marks of `[@example-page "…"]`.

Right: `[@example-page "most do not hurt"]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.pinned_quotes import MOST_WORDS
from citewell.diagnostics import Location
from citewell.model.facts import SiteFacts
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("CIT029")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every such quote, where it is written: in a citation, or under its name in a reference."""
    for text, place in _written(site, context.facts):
        count = len(text.split())
        if count > MOST_WORDS:
            yield Finding(
                place,
                f"this quote has {count} words; the limit is {MOST_WORDS}",
                "keep only the words that support the sentence",
            )


def _written(site: Site, facts: SiteFacts) -> Iterator[tuple[str, Location]]:
    for reference in site.bibliography.references.values():
        for quote in reference.quotes:
            yield quote.text, quote.location
    for document in facts.documents:
        for pin in document.pins:
            if pin.quoted and pin.text is not None:
                yield pin.text, pin.location
