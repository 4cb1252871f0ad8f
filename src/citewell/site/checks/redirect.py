"""A built page redirects readers to another address, or should do so and does not.

A page at a former address leads to the new address of its article, even without scripts: automatically, with a link,
and for search engines. No other page may redirect its readers.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB020")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """A page that leads elsewhere than it should, or misses one of the ways."""
    wanted = page.expected.leads_to if page.expected else ""
    if page.refresh != wanted:
        yield Finding(page.location, f'the page redirects readers to "{page.refresh}" and not to "{wanted}"', PLEASE_REPORT)
    if not wanted:
        return
    if wanted not in page.links:
        yield Finding(page.location, f'the page has no link to "{wanted}"', PLEASE_REPORT)
    if page.canonical and site.target(page.path, page.canonical) != site.target(page.path, wanted):
        yield Finding(page.location, f'the page names "{page.canonical}" to search engines and not "{wanted}"', PLEASE_REPORT)
    if "noindex" not in page.robots.lower():
        yield Finding(page.location, "the page lets search engines list an address that only redirects", PLEASE_REPORT)
