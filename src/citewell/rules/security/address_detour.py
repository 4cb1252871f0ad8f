"""An address goes through another service first: a library's proxy, a mail program's link protection, a search engine.

Such addresses get into a text when they are copied from a browser or a mail. A proxy asks readers for a library card;
link protection tells a company who follows the link, and often contains the e-mail address of the person who received
the mail; all of them stop working one day. Readers need the address of the page itself.

Fix it by opening the address and copying the address of the page that appears, or its DOI. If the address contains the
one of the page, the hint gives it, and `citewell check --fix` writes it.

Wrong:

```yaml
URL: https://www.google.com/url?q=https%3A%2F%2Fhospital.example.org%2Flumps&sa=D
```

Right:

```yaml
URL: https://hospital.example.org/lumps
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.identifiers.detours import find_detour
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, fixable, site_rule
from citewell.rules.security.address_fix import address_fix
from citewell.rules.security.external_links import outward_addresses

_OPEN_IT: Final = "open it, and write the address or DOI of the page itself"


@fixable
@site_rule("SEC024")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every outward address that leads to its page by a detour."""
    for address in outward_addresses(site, context.facts):
        found = find_detour(address.typed)
        if found:
            hint = f'write "{found.target}"' if found.target else _OPEN_IT
            fix = address_fix(context.facts, address, found.target)
            yield Finding(address.location, f"this address goes through {found.through}", hint, fix)
