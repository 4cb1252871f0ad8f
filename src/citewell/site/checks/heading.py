"""A built page does not have exactly one main heading.

The heading of the first level is the page's title; people who listen to a page look for it first (WCAG 2.2, 1.3.1 and
2.4.6). Without one, they find no beginning; with two, they do not know which page they are on.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB008")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """A page with no heading of the first level, or with several."""
    count = page.headings.count(1)
    if count != 1:
        yield Finding(
            page.location, f"the page has {count or 'no'} headings of the first level; it must have one", PLEASE_REPORT
        )
