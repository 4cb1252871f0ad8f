"""A built article has an emergency card and no link to it directly below its takeaway.

Somebody who opens the page in an emergency reads the takeaway and no further. The link to "Call 999" must be right
there.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.published.published_marks import HINT
from citewell.rules.rule import Finding, page_rule


@page_rule("PUB015")
def rule(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """The page whose article has such a card, unless what follows its takeaway links to it."""
    card = page.expected.emergency if page.expected else ""
    if card and f"#{card}" not in page.below_takeaway:
        yield Finding(page.location, f'below the takeaway there is no link to the emergency card "#{card}"', HINT)
