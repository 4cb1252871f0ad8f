"""An address leads into a private network, which readers cannot reach.

It may have been copied while working at a hospital or from one's own computer (`localhost`, `192.168.…`, `wiki.local`,
a name without a dot). It works only for its editor, and tells strangers how a network is built.

Fix it by writing the public address of the same page, or by citing another work. If all readers are in that network,
or in a test, name the host under `evidence: allow_hosts:` in `content_src/site.yml`.

Wrong:

```yaml
URL: http://wiki.intranet/lumps
```

Right:

```yaml
URL: https://hospital.example/lumps
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.identifiers.hosts import is_allowed, is_private_host
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.rules.security.external_links import host, outward_addresses, port


@site_rule("SEC023")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every outward address whose host can only be a private one, and is not allowed by the settings."""
    allowed = site.settings.evidence.allow_hosts
    for address, place, *_ in outward_addresses(site, context.facts):
        name = host(address)
        if name and is_private_host(name) and not is_allowed(name, port(address), allowed):
            yield Finding(
                place,
                f'"{name}" is in a private network, which readers cannot reach',
                "write the public address of the page; an intranet's hosts are named under evidence: allow_hosts:",
            )
