"""Characters of the content language, of Markdown or of a template are left over on a built page.

They come from a citation, a heading or a block that was not understood. Characters that an editor wrote to be shown
(after a backslash) are known from the content and allowed.

If the characters come from a sentence, put them in backticks or delete them. Otherwise it is a fault of the program or
the theme; please report it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding, page_rule

LEFTOVERS: Final = re.compile(
    r"\[-?@[\w{]|\[no s\w*|:::|\{[.#:][\w-]+|\]\(|\*\*|__|^#{1,6} |\{\{|\}\}|\{%|%\}|&(?:#?\w{2,8});", re.MULTILINE
)


@page_rule("PUB006")
def rule(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Each kind of leftover once a page, with the words around it."""
    reported: set[str] = set()
    ours = Counter(page.expected.literal) if page.expected else Counter[str]()
    for found in LEFTOVERS.finditer(page.prose):
        characters = found[0].strip()
        ours[characters] -= 1
        if ours[characters] >= 0 or characters in reported:
            continue
        reported.add(characters)
        if any(characters in words and words in page.prose for words in site.literal):
            continue
        around = page.prose[max(0, found.start() - 20) : found.end() + 20].replace("\n", " ")
        yield Finding(
            page.location,
            f'the characters "{characters}" are shown as they are, in "{around}"',
            "if they are from a sentence, put them in backticks; otherwise please report it",
        )
