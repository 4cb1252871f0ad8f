"""A link leads to an address that is not encrypted (`http:`).

On the way, others can read and change the page, and which disease somebody reads about is private. Nearly every site
has an encrypted address today.

Fix it by writing `https:` and trying the link. This is a warning, because a few sites have no such address.

Wrong:

```markdown
[The NHS on back pain](http://www.nhs.uk/conditions/back-pain/)
```

Right:

```markdown
[The NHS on back pain](https://www.nhs.uk/conditions/back-pain/)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.model.addresses import scheme
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("LNK004", Severity.WARNING)
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every link with the scheme http."""
    for _, link in all_links(context.facts):
        if scheme(link.href) == "http":
            yield Finding(
                link.location, "this address is not encrypted (http:)", "write https: if the site has such an address"
            )
