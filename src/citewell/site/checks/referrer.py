"""A link to another site tells that site which page the reader came from.

Which health article somebody reads is private. With `rel="noreferrer"`, the browser does not send the page's address
when a reader follows a link to a source.

The program writes it on every link that leaves the site. A finding is a fault of the program, or of your own theme or
template. Nothing is published; correct your template, or please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = 'write rel="noreferrer" on the link; if none of your own templates wrote it, please report this'


@page_check("PUB018")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Every address of a link that leaves the site by the web and lacks ``noreferrer``."""
    for address in dict.fromkeys(page.links_with_referrer):
        web = address.strip().lower().startswith(("http:", "https:", "//"))
        if web and site.target(page.path, address) is None:
            yield Finding(
                page.location, f'the link to "{address}" tells that site which page the reader came from', HINT
            )
