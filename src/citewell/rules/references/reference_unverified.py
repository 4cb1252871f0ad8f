"""The editors noted that nobody has confirmed a reference yet (`unverified: true`).

An address from memory, or an unchecked list of authors, may be wrong, and a page that cites it promises too much. With
a DOI or PMID the work itself is certain, so this is a warning; without one it is an error.

Fix it by comparing the reference with the publisher's page or PubMed, correcting what differs, and deleting the line
`unverified: true`. Keep any remaining doubt in `doubt:`.

Wrong:

```yaml
custom:
  unverified: true
```

Right:

```yaml
custom:
  confidence: seen-at-publisher
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF006")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every reference marked as unverified."""
    for reference in site.bibliography.references.values():
        if reference.unverified:
            certain = {IdentifierKind.DOI, IdentifierKind.PMID} & set(reference.identifiers)
            yield Finding(
                reference.place("unverified"),
                f'"{reference.key}" is marked as unverified' + (f": {reference.doubt}" if reference.doubt else ""),
                'compare it with the publisher\'s page, then delete the line "unverified: true"',
                severity=Severity.WARNING if certain else Severity.ERROR,
            )
