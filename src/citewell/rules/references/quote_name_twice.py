"""Two quotes of a reference have the same name.

A citation with this name pins only the first one.

Fix it by giving one of them another name, or deleting it if it is a copy.

Wrong:

```yaml
quotes:
  - name: early-course
    text: most do not hurt
  - name: early-course
    text: often painless at first
```

Right:

```yaml
quotes:
  - name: early-course
    text: most do not hurt
  - name: at-first
    text: often painless at first
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF016")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every quote with the name of one before it in its reference."""
    for reference in site.bibliography.references.values():
        seen: set[str] = set()
        for quote in reference.quotes:
            if quote.name in seen:
                yield Finding(
                    quote.location,
                    f'"{reference.key}" already has a quote called "{quote.name}"',
                    "give this one another name, or delete it if it is a copy",
                )
            seen.add(quote.name)
