"""A reference has nothing that leads to the work: no DOI, PMID, PMCID, ISBN or URL.

A reader must be able to open what a statement stands on, and a checker must be able to confirm that it exists. A title
alone can be searched for, but what the search finds may be another work.

Mend it by adding the identifier from the publisher's own page: a DOI lasts longest, a web page has its address as
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

from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule

_WAYS = {
    "webpage": "add the address of the page as URL",
    "article-journal": "add its DOI, PMID, PMCID or URL",
    "book": "add its ISBN, DOI or URL",
    "chapter": "add the ISBN of its book, its DOI or URL",
}


@site_rule("REF002")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every reference without any identifier; one that has a malformed one is for that rule."""
    for reference in site.bibliography.references.values():
        if not any(reference.fields.get(kind) or kind in reference.unread for kind in IdentifierKind):
            way = _WAYS.get(reference.type, "add its DOI, PMID, PMCID, ISBN or URL")
            yield Finding(reference.place(), f'"{reference.key}" has no identifier that leads to the work', way)
