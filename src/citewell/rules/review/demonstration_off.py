"""The site says that it is not a demonstration, but has an article without a valid medical review.

The banner and the request to search engines stop people from acting on words that no doctor has read. They may be
turned off only when every published article has a valid medical review: of all its sections as they are now, and not
older than the site allows.

Fix it by having the articles reviewed (`citewell help review`), by writing `status: draft` into those that are not,
or by writing `unreviewed: withhold` under `policies` in `content_src/site.yml`, which holds them back. Until then,
write `demonstration: true`.

Wrong:

```yaml
demonstration: false
```

with an article that nobody has reviewed.

Right:

```yaml
demonstration: true
```

or the same with reviews of all published articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.article import PublicationStatus
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REV001")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """One finding at the setting, which names the first article without a valid review."""
    if site.settings.demonstration:
        return
    published = (each for each in context.facts.articles.values() if each.status is PublicationStatus.PUBLISHED)
    unreviewed = [each.slug for each in published if not each.review.is_valid]
    if unreviewed:
        more = f" and {len(unreviewed) - 1} more" if len(unreviewed) > 1 else ""
        yield Finding(
            site.settings.place("demonstration"),
            f"a site with articles without a valid medical review is a demonstration: {unreviewed[0]}{more}",
            "write demonstration: true, have these articles reviewed, or hold them back with "
            '"unreviewed: withhold" under policies',
        )
