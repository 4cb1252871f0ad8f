"""A reference has no identifier: no DOI, PMID, PMCID, ISBN or URL.

A reader must be able to open the source of a statement, and a reviewer must be able to confirm that it exists. People
can search for a title, but they may find another work.

Fix it by adding the identifier from the publisher's own page: a DOI lasts longest, a web page has its address as
`URL`, a book its `ISBN`. If none can be found, cite another work that says the same.

Wrong:

```yaml
- id: example-page
  type: webpage
  title: Lumps
  publisher: Example Hospital
```

Right:

```yaml
- id: example-page
  type: webpage
  title: Lumps
  publisher: Example Hospital
  URL: https://hospital.example/lumps
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.completeness import describe_identifiers, has_identifier
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF002")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every reference without any identifier; one that has a malformed one is for that rule."""
    for reference in site.bibliography.references.values():
        if not has_identifier(reference):
            message = f'"{reference.key}" has no identifier'
            yield Finding(reference.place(), message, f"add {describe_identifiers(reference.type)}")
