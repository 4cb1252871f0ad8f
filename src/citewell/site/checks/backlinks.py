"""The links from a source back to the text are not exactly the places that cite it.

A reader checks a source against each sentence that uses it; a screen reader distinguishes the links only by their
names. So each entry must have one link for every use, in the order of the text, with its letter, and no two links of a
page may have the same name.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citewell.model.published import PublishedEntry, PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB003")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every entry whose links back are not as expected, and every name that is missing or used twice."""
    expected = (page.expected.entries if page.expected else None) or ()
    found = {entry.id: entry for entry in page.entries}
    for entry in expected:
        if entry.id in found:
            yield from _compare(page, entry, found[entry.id])
    names = Counter(backlink.name for entry in page.entries for backlink in entry.backlinks)
    for name, times in names.items():
        if not name:
            yield Finding(page.location, "a link from a source back to the text has no name", PLEASE_REPORT)
        elif times > 1:
            yield Finding(page.location, f'{times} links back to the text have the same name, "{name}"', PLEASE_REPORT)


def _compare(page: PublishedPage, wanted: PublishedEntry, found: PublishedEntry) -> Iterator[Finding]:
    ways = [(backlink.letter, backlink.href) for backlink in found.backlinks]
    there = set(ways)
    for backlink in wanted.backlinks:
        if (backlink.letter, backlink.href) not in there:
            yield Finding(
                page.location, f'"{wanted.id}" has no link "{backlink.letter}" back to "{backlink.href}"', PLEASE_REPORT
            )
    if len(ways) > len(wanted.backlinks):
        yield Finding(page.location, f'"{wanted.id}" has {len(ways)} links back for {len(wanted.backlinks)} uses', PLEASE_REPORT)
    elif [letter for letter, _ in ways] != sorted((letter for letter, _ in ways), key=lambda each: (len(each), each)):
        yield Finding(page.location, f'the links back of "{wanted.id}" are not in the order of the text', PLEASE_REPORT)
