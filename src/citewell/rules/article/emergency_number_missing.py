"""An article has an emergency card, and `site.yml` does not say which number to call.

The link below the takeaway, the text of a new article and the notice take the number from there. Without it, the link
can only say "get help right away", and no check can find a number of another country.

Fix it by adding lines `emergency_number:` and `region:` to `content_src/site.yml`. The finding is reported at the first
card.

Wrong: `site.yml` has no `emergency_number:`, and an article has

```markdown
:::{emergency} Get help now if you have
- chest pain [@example-page]
:::
```

Right: `site.yml` has the lines

```yaml
region: United Kingdom
emergency_number: 999
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("ART024", Severity.WARNING, at_release=Severity.ERROR)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """One finding for the site, at the first emergency card that is there."""
    if "emergency_number" in site.settings.places:  # a value that is not a number is an error of its own
        return
    for article in context.facts.articles.values():
        if article.emergency:
            yield Finding(
                article.emergency,
                "this is an emergency card, but content_src/site.yml gives no emergency number",
                'add the lines "region: …" and "emergency_number: …" to content_src/site.yml',
            )
            return
