"""A statement of the content is missing from its built page, or has different words there.

Readers must see what was checked. A dose that lost its star, a list that became program code, a sentence that
disappeared into a link: in each case, a row of the claim ledger is not on the page.

A finding is a fault of the program or the theme, not of the content. Nothing is published; please report it, with the
sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.published import PublishedPage, PublishedSite, collapse_spaces
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check


@page_check("PUB013")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """Every statement that is neither shown nor the alternative text of a picture."""
    after = 0  # statements usually follow one another, so each is first looked for after the one before it
    for statement in page.expected.statements if page.expected else ():
        words = collapse_spaces(statement)
        if words in page.alternatives:
            continue
        found = page.shown.find(words, after)
        if found < 0:
            found = page.shown.find(words)
        if found >= 0:
            after = found + len(words)
        else:
            yield Finding(
                page.place_of(statement), f'the statement "{statement}" is not on the page as it was written', PLEASE_REPORT
            )
