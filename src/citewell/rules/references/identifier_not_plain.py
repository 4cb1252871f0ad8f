"""An identifier is written as an address or with a label.

A DOI copied as `https://doi.org/10.1136/bmj.f7095` or a PMID as `PMID: 24335669` is understood, and the page is the
same. Other programs that read the bibliography (Zotero, pandoc) expect only the identifier, so it is fixed if somebody
asks for it, and never reported.

Fix it with `citewell check --fix`, or not at all.

Wrong:

```yaml
DOI: https://doi.org/10.1136/bmj.f7095
```

Right:

```yaml
DOI: 10.1136/bmj.f7095
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.identifiers import parse_identifier, strip_identifier
from citewell.diagnostics import Severity
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.references.yaml_rewrite import respelling
from citewell.rules.rule import Finding, SiteContext, site_rule, tidying


@tidying
@site_rule("REF010", Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every well-formed identifier with something around it that is not its own."""
    for reference in site.bibliography.references.values():
        for kind, normal in reference.identifiers.items():
            typed = reference.fields[kind]
            plain = strip_identifier(kind, typed, normal)
            if plain == typed or parse_identifier(kind, plain) != normal:
                continue
            fix = respelling(typed, plain, reference.place(kind))
            if fix is not None:
                yield Finding(
                    fix.location,
                    f'the {IdentifierKind(kind)} "{typed}" can be written without the rest',
                    fix.title,
                    fix,
                )
