"""The title or the description of a built page is not exactly the same as in the content.

Both are in the head of the page, where the templates do not escape characters such as `<` and `"` automatically: a
title that is not escaped can change the page or run a program, and one that is escaped twice shows `&amp;` in search
results.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check

_BETWEEN = " – "  # the theme puts it between a page's title and the site's name


@page_check("PUB010")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """A page without a title, or whose title or description is not the expected one."""
    if not page.title:
        yield Finding(page.location, "the page has no title", PLEASE_REPORT)
    if page.expected is None:
        return
    title = " ".join(page.expected.title.split())
    if page.title and not _is_title(page.title, title):
        yield Finding(page.location, f'the title of the page is "{page.title}" and not "{title}"', PLEASE_REPORT)
    description = page.expected.description
    if description and _collapse_spaces(page.description) != _collapse_spaces(description):
        yield Finding(
            page.place_of(description), f'the description is "{page.description or ""}" and not "{description}"', PLEASE_REPORT
        )


def _is_title(shown: str, title: str) -> bool:
    return shown == title or shown.startswith(f"{title}{_BETWEEN}")


def _collapse_spaces(text: str | None) -> str:
    return " ".join((text or "").split())
