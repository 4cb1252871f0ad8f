"""A built page holds a program, a frame, or a new base for its addresses.

Nothing in the content language makes one, so if there is one, words were taken for HTML on the way: the page may not be
what was checked. A script file of the theme is no finding, because it is the same on every page.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.published.published_marks import HINT
from citewell.rules.rule import Finding, page_rule


@page_rule("PUB012")
def rule(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Each sort of active content once a page."""
    for what in dict.fromkeys(page.active):
        yield Finding(page.location, f"the page holds {what}", HINT)
