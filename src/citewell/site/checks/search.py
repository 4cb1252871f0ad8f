"""The search index of the finished site is missing, or holds other pages than it should.

Who finds nothing takes it that we have nothing. So the index must hold every published article and own page, and none
that was withdrawn: its words would be shown among the results. This is read from the index itself.

A finding is a fault of the program, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from citewell.model.addresses import SEARCH
from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check

_PAGE: Final = PurePosixPath(SEARCH) / "index.html"


@page_check("PUB016")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """The search page without an index, or with one of other pages; each page that is in it, or is not, by mistake."""
    if page.path == _PAGE and site.indexed is None:
        yield Finding(page.location, "the page asks a search index that is missing or not whole", PLEASE_REPORT)
    elif page.path == _PAGE and site.indexed:
        for path in sorted(site.indexed - site.pages.keys()):
            yield Finding(page.location, f"the search index holds {path}, which is no page", PLEASE_REPORT)
    if site.indexed is None:
        return
    if page.path in site.searched and page.path not in site.indexed:
        yield Finding(page.location, "the search index does not hold the page", PLEASE_REPORT)
    elif page.path not in site.searched and page.path in site.indexed:
        yield Finding(page.location, "the search index holds the page, which must not be found", PLEASE_REPORT)
