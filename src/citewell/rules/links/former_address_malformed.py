"""A former address of a page is not an address that the site can have had.

`was` holds what the folder of the article, or the file of the page, was called before; or the path that another page
had, from the root of the site and in small letters: `articles/old-name/`, `topics/old-topic/`. Readers who follow such
an address are led to the page. An address on another site, or of a file, cannot be kept.

Fix it by writing the old name, or the part of the old address after the address of the site.

Wrong: `was: https://www.example.org/articles/old-name/`

Right: `was: old-name`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, shortened, site_rule


@site_rule("LNK050")
def rule(_site: Site, context: Context) -> Iterator[Finding]:
    """Every former address that has no path."""
    for document in context.facts.documents:
        for former in document.was:
            if former.path is None:
                yield Finding(
                    former.location,
                    f'"{shortened(former.written)}" is not an address that this site can have had',
                    "write the name its folder had, or the path after the site's address, such as articles/old-name/",
                )
