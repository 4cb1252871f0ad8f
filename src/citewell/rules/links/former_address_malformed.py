"""A former address of a page cannot have been an address of this site.

`redirects` contains the former name of the article's folder or the page's file; or the path of another page, from the
root of the site and in small letters: `articles/old-name/`, `topics/old-topic/`. Readers who follow such an address are
taken to the page. This is not possible for an address on another site, or for a file.

Fix it by writing the old name, or the part of the old address after the address of the site.

Wrong: `redirects: https://www.example.org/articles/old-name/`

Right: `redirects: old-name`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule


@site_rule("LNK050")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every former address that has no path."""
    for document in context.facts.documents:
        for former in document.redirects:
            if former.path is None:
                yield Finding(
                    former.location,
                    f'"{shortened(former.written)}" cannot have been an address of this site',
                    "write the former name of its folder, or the path after the site's address: articles/old-name/",
                )
