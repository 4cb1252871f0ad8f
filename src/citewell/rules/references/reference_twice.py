"""Two references describe the same work.

A work that is cited under two keys gets two numbers on a page, and a statement seems to have more evidence than it has.

Two references are the same work when they share a DOI, PMID, PMCID, ISBN or URL (chapters may share the ISBN of their
book), or when title, year and first author are the same. Two works with different DOIs, PMIDs or ISBNs are never
treated as one.

Fix it by keeping the fuller of the two and citing its key everywhere. If they are two works, correct the identifier
that is wrong.

Wrong:

```yaml
- id: downie-2013
  DOI: 10.1136/bmj.f7095
- id: red-flags
  DOI: https://doi.org/10.1136/BMJ.f7095
```

Right:

```yaml
- id: downie-2013
  DOI: 10.1136/bmj.f7095
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.same_work import find_same_work, list_work_keys
from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF005")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every reference that repeats one before it; each is reported once."""
    first: dict[str, Reference] = {}
    for reference in site.bibliography.references.values():
        same = find_same_work(reference, first)
        if same is not None:
            yield Finding(
                reference.place(),
                f'"{reference.key}" is the same work as "{same.reference.key}": {same.key.words}',
                f"keep one of them and cite its key; the other is at {same.reference.place()}",
            )
        for key in list_work_keys(reference):
            first.setdefault(key.value, reference)
