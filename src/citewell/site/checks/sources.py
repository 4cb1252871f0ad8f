"""The list of sources on a built page is not exactly that of its article.

The number in the text and the number in the list must mean the same work. So the entries of a built page are compared
with the content: the sources, their order and their numbers.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB002")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every entry that is missing, is not expected, or has another number."""
    expected = (page.expected.entries if page.expected else None) or ()
    wanted = {entry.id: entry.number for entry in expected}
    found = {entry.id: entry.number for entry in page.entries}
    for name, number in wanted.items():
        if name not in found:
            yield Finding(page.location, f'source {number}, "{name}", is not in the list of sources', PLEASE_REPORT)
        elif found[name] != number:
            yield Finding(page.location, f'source {number}, "{name}", is number {found[name]} in the list', PLEASE_REPORT)
    for entry in page.entries:
        if entry.id not in wanted:
            yield Finding(page.location, f'the list has a source "{entry.id}" that the text does not cite', PLEASE_REPORT)
