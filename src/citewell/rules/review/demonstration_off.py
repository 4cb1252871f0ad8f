"""The site says that it is not a demonstration, but has an article without a medical review.

The banner and the request to search engines stop people from acting on words that no doctor has read. They may be
turned off only when every published article has been reviewed.

Fix it by writing `demonstration: true` in `content_src/site.yml`. Citewell cannot record a review yet, so this is the
only solution for now.

Wrong:

```yaml
demonstration: false
```

Right:

```yaml
demonstration: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.article import PublicationStatus
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REV001")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """One finding at the setting, which names the first article without a review."""
    published = [
        article for article in context.facts.articles.values() if article.status is PublicationStatus.PUBLISHED
    ]
    if not site.settings.demonstration and published:
        more = f" and {len(published) - 1} more" if len(published) > 1 else ""
        yield Finding(
            site.settings.place("demonstration"),
            f"a site with articles without a medical review is a demonstration: {published[0].slug}{more}",
            "write demonstration: true",
        )
