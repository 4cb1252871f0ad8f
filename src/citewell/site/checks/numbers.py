"""The numbers in the text do not begin with 1 or do not increase by one at each new source.

Sources are numbered by their first appearance in reading order. A reader who sees 7 before 6 looks for what is missing.
This check uses only the page, not the content.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedMark, PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB004")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """The first number that is out of turn."""
    last = 0
    for number in _list_numbers(page.marks):
        if number > last + 1 or number < 1:
            yield Finding(page.location, f"the number {number} appears in the text before {last + 1}", PLEASE_REPORT)
            return
        last = max(last, number)


def _list_numbers(marks: tuple[PublishedMark, ...]) -> Iterator[int]:
    """The numbers in the order in which a reader meets them; a dash is for those between its neighbours."""
    before = 0
    for mark, after in zip(marks, (*marks[1:], None), strict=False):
        if mark.number is not None:
            yield mark.number
            before = mark.number
        elif after is not None and after.number is not None:
            yield from range(before + 1, after.number)
