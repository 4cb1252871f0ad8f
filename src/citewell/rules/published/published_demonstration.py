"""A page of a demonstration site does not say that it is one, or search engines may list it.

While `site.yml` says `demonstration: true`, no doctor has reviewed the articles. Every page must show the banner that
says so and must carry `noindex`, so that nobody who is ill meets it by chance and takes it for advice.

Mend it by writing the same in `mkdocs.yml` (`extra.citewell.demonstration`). If it stands there, it is a fault of the
theme; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding, page_rule

HINT = "write extra.citewell.demonstration: true in mkdocs.yml; if it stands there, please report it"


@page_rule("PUB014")
def rule(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """A page without the banner or without ``noindex`` on a demonstration site."""
    if not site.demonstration:
        return
    if not page.has_banner:
        yield Finding(page.location, "the page does not show that the site is a demonstration", HINT)
    if "noindex" not in page.robots.lower():
        yield Finding(page.location, "the page lets search engines list a demonstration", HINT)
