"""No article and no page cites a reference.

It does not harm readers, but somebody has to maintain it for nothing, and it may mean that a citation was lost when a
text was edited.

Fix it by citing the reference where it supports a statement, or by deleting it. You may keep it for a future article:
this is only a warning.

Wrong: `content_src/references/sarcoma.yml` lists `example-page`, and nothing cites it.

Right: a sentence ends in `[@example-page]`, or the reference is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.find_reference import find_reference
from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF004", Severity.WARNING)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every reference that no citation names, neither by its key nor by an identifier."""
    used = set()
    for document in context.facts.documents:
        for key in document.keys_used:
            reference = find_reference(key, site.bibliography)
            if reference is not None:
                used.add(reference.key)
    for key, reference in site.bibliography.references.items():
        if key not in used:
            yield Finding(
                reference.place(), f'nothing cites "{key}"', "cite it where it supports a statement, or delete it"
            )
