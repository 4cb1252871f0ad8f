"""The editors noted that a reference is not yet confirmed (`unverified: true`).

An address from memory, or a list of authors that nobody compared, may be wrong, and a page that cites it promises more
than is known. With a DOI or PMID the work itself is certain, so this is a warning; without one it is an error.

Fix it by comparing the reference with the publisher's page or PubMed, correcting what differs, and deleting the line
`unverified: true`. What is still in doubt can stay in `doubt:`.

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
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF006")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
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
