"""An id appears twice on a built page.

A link to an id leads to the first element that has it, so a second one cannot be reached: a number in the text could
lead to the wrong place.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB005")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every id that is not alone."""
    for name, times in Counter(page.ids).items():
        if times > 1:
            yield Finding(page.location, f'{times} elements have the id "{name}"', PLEASE_REPORT)
