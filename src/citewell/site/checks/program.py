"""A built page contains a program, or an element, attribute or address that Citewell does not write.

Words of a title or a text can become HTML by mistake, and HTML can run a program, cover the page or take readers
elsewhere. So a page may contain only the elements and attributes that Citewell itself writes; links may begin with
`https:`, `http:`, `mailto:` or `tel:`. Script files of the theme are allowed, because they are the same on every page.

If your own template or theme writes what the finding names, remove it there. Otherwise it is a fault of the program;
please report it. Nothing is published.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = "if your own template or theme writes this, remove it there; otherwise please report it"


@page_check("PUB012")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Each sort of unexpected content once a page."""
    for what in dict.fromkeys(page.unexpected):
        yield Finding(page.location, f"the page contains {what}", HINT)
