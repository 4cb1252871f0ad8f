"""A reference has a quote with a name, and no citation pins it.

The online check does not look for it, and it may mean that a citation lost its quote when a text was edited.

Fix it by pinning it where it supports a statement, `[@key, quote NAME]`, or by deleting it.

Wrong: `example-page` has a quote `early-course`, and no citation calls it.

Right: a sentence ends in `[@example-page, quote early-course]`, or the quote is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF017", Severity.WARNING)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every named quote that nothing pins; silent where a name is misspelt, or nothing cites the reference."""
    with_quotes = [reference for reference in site.bibliography.references.values() if reference.quotes]
    if not with_quotes:
        return
    found = [pin for document in context.facts.documents for pin in document.pins if pin.resolved]
    used = {(pin.key, pin.name) for pin in found if pin.name is not None}
    misspelt = {pin.key for pin in found if pin.text is None}  # which may be a quote that seems unused
    for reference in with_quotes:
        cited = reference.key in context.cited and reference.key not in misspelt
        for quote in reference.quotes if cited else ():
            if (reference.key, quote.name) not in used:
                used.add((reference.key, quote.name))  # a second one of that name is reported as such
                yield Finding(
                    quote.location,
                    f'nothing pins the quote "{quote.name}" of "{reference.key}"',
                    f"pin it with [@{reference.key}, quote {quote.name}], or delete it",
                )
