"""The search index of the finished site is missing, or contains the wrong pages.

Readers who find nothing believe that we have nothing. So the index must contain every published article and every page
about the site, and no withdrawn article, because its words would appear in the results. This check reads the index
itself.

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
        yield Finding(page.location, "the search index of the page is missing or incomplete", PLEASE_REPORT)
    elif page.path == _PAGE and site.indexed:
        for path in sorted(site.indexed - site.pages.keys()):
            yield Finding(page.location, f"the search index contains {path}, which is not a page", PLEASE_REPORT)
    if site.indexed is None:
        return
    if page.path in site.searched and page.path not in site.indexed:
        yield Finding(page.location, "the search index does not contain the page", PLEASE_REPORT)
    elif page.path not in site.searched and page.path in site.indexed:
        yield Finding(page.location, "the search index contains the page, which must not be found", PLEASE_REPORT)
