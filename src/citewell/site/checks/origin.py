"""A built page loads something from another site.

The owner of that site learns who reads which health article, and could change what readers see. Fonts, pictures, styles
and scripts must all be on our own site. Links that a reader follows may lead anywhere.

Fix it by putting the file beside the article or into the theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location
from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = "put the file on our own site, or leave it out"


@page_check("PUB011")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Every address that the page, or a style it loads, makes a browser fetch from elsewhere."""
    for address in dict.fromkeys(page.loads):
        target = site.target(page.path, address)
        if target is None:
            yield Finding(page.location, f'the page loads "{address}" from another site', HINT)
            continue
        for inner in site.styles.get(target.file, ()):
            if site.target(target.file, inner) is None:
                yield Finding(Location(f"site/{target.file}"), f'the style loads "{inner}" from another site', HINT)
