"""A reference has a quote with a name, and no citation pins it.

It is not looked for on the page, and may be a sign that a citation lost its quote when a text was edited.

Mend it by pinning it where it supports a statement, `[@key, quote NAME]`, or by deleting it.

Wrong: `example-page` has a quote `early-course`, and no citation calls it.

Right: a sentence ends in `[@example-page, quote early-course]`, or the quote is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.pinned import names_quote, pins
from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF017", Severity.WARNING)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every named quote that nothing pins; of a reference that nothing cites, that alone is reported."""
    with_quotes = [reference for reference in site.bibliography.references.values() if reference.quotes]
    if not with_quotes:
        return
    found = (pin for document in site.documents for pin in pins(document, site.bibliography))
    used = {(pin.reference.key, pin.item.locator) for pin in found if names_quote(pin.item)}
    for reference in with_quotes:
        for quote in reference.quotes if reference.key in context.cited else ():
            if (reference.key, quote.name) not in used:
                yield Finding(
                    quote.location,
                    f'nothing pins the quote "{quote.name}" of "{reference.key}"',
                    f"pin it with [@{reference.key}, quote {quote.name}], or delete it",
                )
