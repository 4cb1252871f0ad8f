"""No article and no page uses a shared text.

Its sentences are on no page, and most checks have not been made: they are made where it is used. Perhaps the line that
used it was lost when an article was edited.

Fix it by using it in the articles that it is for, or by deleting the file.

Wrong: `content_src/shared/emergency-back-pain.md`, and no line `:::{use} emergency-back-pain`

Right: an article with the line `:::{use} emergency-back-pain`, or no such file.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location, Severity
from citewell.model.site import Site
from citewell.rules.poison import rests_on_use
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("ART064", Severity.WARNING)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every shared text that no document uses."""
    used = {name for document in context.facts.documents for name in document.shared}
    for name, shared in site.shared.items():
        if name not in used:
            hint = f"write :::{{use}} {name} in the articles that it is for, or delete the file"
            premises = tuple(rests_on_use(document.path, name) for document in context.facts.documents)
            yield Finding(Location(shared.source.path), "no article uses this text", hint, premises=premises)
