"""A statement of the content is missing from its built page, or stands there in other words.

What was checked must be what readers see. A dose that lost its star, a list that became program code, a sentence that
vanished into a link: every such surprise shows as a row of the ledger that is not on the page.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it, with the
sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite, tidy
from citewell.rules.published.published_marks import HINT
from citewell.rules.rule import Finding, page_rule


@page_rule("PUB013")
def rule(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every statement that is neither shown nor the alternative text of a picture."""
    for statement in page.expected.statements if page.expected else ():
        words = tidy(statement)
        if words not in page.shown and words not in page.alternatives:
            yield Finding(
                page.place_of(statement), f'the statement "{statement}" is not on the page as it was written', HINT
            )
