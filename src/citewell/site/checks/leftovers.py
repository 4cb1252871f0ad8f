"""Characters of the content language, of Markdown or of a template are left over on a built page.

They come from a citation, a heading or a block that was not understood. Characters that an editor wrote to be shown
(after a backslash) are known from the content and allowed.

If the characters come from a sentence, put them in backticks or delete them. Otherwise it is a fault of the program or
the theme; please report it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citewell.model.published import LEFTOVER_MARKUP, PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

@page_check("PUB006")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Each kind of leftover markup once a page, with the words around it."""
    reported: set[str] = set()
    ours = Counter(page.expected.leftover_markup) if page.expected else Counter[str]()
    for found in LEFTOVER_MARKUP.finditer(page.prose):
        markup = found[0].strip()
        ours[markup] -= 1
        if ours[markup] >= 0 or markup in reported:
            continue
        reported.add(markup)
        if any(markup in words and words in page.prose for words in site.literal):
            continue
        around = page.prose[max(0, found.start() - 20) : found.end() + 20].replace("\n", " ")
        yield Finding(
            page.location,
            f'the characters "{markup}" are shown as they are, in "{around}"',
            "if they are from a sentence, put them in backticks; otherwise please report it",
        )
