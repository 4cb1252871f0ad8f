"""A line looks like an item of a list and is none.

It begins with a bullet or a dash that a word processor made, or lacks the space after its hyphen. Such lines run
together into one paragraph: readers see no list, people who listen hear none, and one source at the end would stand for
all of it.

Mend it by beginning each item with a hyphen and a space. Each item then ends with its own brackets.

Wrong:

```markdown
What people may notice:
• a lump
• pain [@example-page]
```

Right:

```markdown
What people may notice:

- a lump [@example-page]
- pain [@example-page]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.model.place import Span
from citewell.rules.rule import Context, Finding, article_rule

#: Bullets of Word, Pages, LibreOffice and web pages, and a hyphen that lacks its space.
_ITEM: Final = re.compile(r"^[ \t]*([•‣⁃◦∙▪▫■□●○➢✓]|-(?=[^\W\d_]))", re.MULTILINE)
#: A dash may also begin a line of wrapped prose; not below a colon, and not at a second line.
_DASH: Final = re.compile(
    r"(?<=:\n)[ \t]*([–—])(?=[ \t])|^[ \t]*([–—])(?=[ \t].*\n(?:.*\n)*?[ \t]*[–—][ \t])", re.MULTILINE
)
_DASHES: Final = re.compile("[–—]")  # few texts have one, and looking for it is much faster


@article_rule("SRC029")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """The first such line of each run of text."""
    article = numbered.article
    for run in article.prose:
        text = article.source.text[slice(*run.span)]
        if found := _ITEM.search(text) or (_DASH.search(text) if _DASHES.search(text) else None):
            sign = found.lastindex or 0
            yield Finding(
                article.locate(Span(run.span.start + found.start(sign), run.span.start + found.end(sign))),
                f'a line that begins with "{found[sign]}" is no item of a list',
                "begin each item with a hyphen and a space, and end each with its own brackets",
            )
