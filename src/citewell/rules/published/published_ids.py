"""An id appears twice on a built page.

A link to an id leads to the first element that has it, so a second one cannot be reached: a number in the text could
lead to the wrong place.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.published.published_marks import HINT
from citewell.rules.rule import Finding, page_rule


@page_rule("PUB005")
def rule(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every id that is not alone."""
    for name, times in Counter(page.ids).items():
        if times > 1:
            yield Finding(page.location, f'{times} elements have the id "{name}"', HINT)
