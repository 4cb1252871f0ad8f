"""A link has an address that may not be used.

`https:`, `http:`, `mailto:`, `tel:` and addresses inside this site are allowed. Others can run a program
(`javascript:`), contain a hidden page (`data:`), or lead to another site without saying so (two slashes, a backslash).
After `https:` there must be two slashes and the name of a site.

Fix it by writing the full address, beginning with `https://`, or by deleting the link.

Wrong:

```markdown
[Help](javascript:alert(1))
```

Right:

```markdown
[Help](https://www.nhs.uk/)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.addresses import LINK_SCHEMES, scheme
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule
from citewell.rules.security.external_links import host


@site_rule("SEC007")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every link whose scheme, read as a browser reads it, is not on the list, or after which no site is named."""
    for _, link in all_links(context.facts):
        used = scheme(link.href)
        if used in ("https", "http") and not host(link.href):
            hint = "write it in full, for example https://www.nhs.uk/"
            yield Finding(link.location, f'this address begins with "{used}:" and names no site', hint)
        if used is None or used in LINK_SCHEMES:
            continue
        what = (
            f'addresses that begin with "{shortened(used)}:"' if used else "addresses that begin with // or a backslash"
        )
        yield Finding(link.location, f"{what} may not be used", "write the full address, beginning with https://")
