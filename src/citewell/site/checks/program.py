"""A built page holds a program, or an element, attribute or address that Citewell does not write.

Words of a title or a text can become HTML by mistake, and HTML can run a program, cover the page or lead readers
elsewhere. So a page may hold only the elements and attributes that Citewell itself writes; links may begin with
`https:`, `http:`, `mailto:` or `tel:`. A script file of the theme is no finding, because it is the same on every page.

If a template or a theme of your own writes what is named, take it out there. Otherwise it is a fault of the program;
please report it. Nothing is published.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = "if a template or theme of your own writes this, take it out there; otherwise please report it"


@page_check("PUB012")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Each sort of unexpected content once a page."""
    for what in dict.fromkeys(page.unexpected):
        yield Finding(page.location, f"the page holds {what}", HINT)
