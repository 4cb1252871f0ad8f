"""An address has parameters that are only for tracking readers.

Sites and mails add `utm_source`, `fbclid`, `gclid` and similar parameters to addresses, to see which campaign a visitor
followed. They say nothing about the page, count our readers as somebody else's visitors, and turn one address into two.

Fix it by deleting them; `citewell check --fix` does so.

Wrong:

```yaml
URL: https://hospital.example.org/lumps?utm_source=newsletter&utm_medium=email
```

Right:

```yaml
URL: https://hospital.example.org/lumps
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.identifiers.detours import find_detour, list_tracking_names, remove_tracking
from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, fixable, shortened, site_rule
from citewell.rules.security.address_fix import address_fix
from citewell.rules.security.external_links import outward_addresses


@fixable
@site_rule("SEC025", Severity.WARNING)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every outward address with parameters for tracking; of one that makes a detour, that is said already."""
    for address in outward_addresses(site, context.facts):
        plain = remove_tracking(address.typed)
        if plain and find_detour(address.typed) is None:
            names = shortened(", ".join(list_tracking_names(address.typed)))
            fix = address_fix(context.facts, address, plain)
            yield Finding(address.location, f"this address has tracking parameters: {names}", f'write "{plain}"', fix)
