"""A built article has an emergency card and no link to it directly below its takeaway.

Somebody who opens the page in an emergency reads the takeaway and no further. The link to "Call 999" must be right
there.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB015")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """The page whose article has such a card, unless what follows its takeaway links to it."""
    card = page.expected.emergency if page.expected else ""
    if card and f"#{card}" not in page.below_takeaway:
        yield Finding(page.location, f'below the takeaway there is no link to the emergency card "#{card}"', PLEASE_REPORT)
