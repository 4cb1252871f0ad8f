"""The citation marks on a built page are not exactly those of its article.

A reader who follows a number must reach the source that the editor named for that sentence. So before a page is
published, its citation marks are compared with the content: each one must be there, in the order of the text, show the
number of its source and link to it, and there must be no others.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedMark, PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check

@page_check("PUB001")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every mark that is missing, is not expected, or is not as expected; and the first in another place."""
    expected = (page.expected.marks if page.expected else None) or ()
    wanted = {mark.id: mark for mark in expected}
    found = {mark.id: mark for mark in page.marks}
    for name, mark in wanted.items():
        if name not in found:
            yield Finding(page.location, f'the citation mark "{name}" of the text is not on the page', PLEASE_REPORT)
        else:
            yield from _compare(page, mark, found[name])
    for mark in page.marks:
        if mark.id not in wanted:
            yield Finding(page.location, f'the page has a mark "{mark.id}" that is not in the content', PLEASE_REPORT)
    common = [mark.id for mark in page.marks if mark.id in wanted]
    for here, there in zip(common, [name for name in wanted if name in found], strict=False):
        if here != there:
            yield Finding(page.location, f'the mark "{here}" is in the place of "{there}"', PLEASE_REPORT)
            return


def _compare(page: PublishedPage, wanted: PublishedMark, found: PublishedMark) -> Iterator[Finding]:
    if found.href != wanted.href:
        yield Finding(page.location, f'the mark "{wanted.id}" leads to "{found.href}" and not to "{wanted.href}"', PLEASE_REPORT)
    if found.number != wanted.number:
        shows, should = (each.number if each.number is not None else "a dash" for each in (found, wanted))
        yield Finding(page.location, f'the mark "{wanted.id}" shows {shows} and not {should}', PLEASE_REPORT)
    for landing in set(wanted.landings).symmetric_difference(found.landings):
        fault = "lacks" if landing in wanted.landings else "holds"
        yield Finding(page.location, f'the mark "{wanted.id}" {fault} the place "{landing}" to come back to', PLEASE_REPORT)
