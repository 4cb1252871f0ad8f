r"""HTML tags and comments are not part of the content language.

A tag can hide a statement from the checks, break the page, or run a script. Everything a page needs has a block or a
Markdown sign of its own.

Fix it by taking the tag out; to show a `<` sign itself, write `\<`.

Wrong:

```markdown
Most lumps are <b>not</b> cancer. [@example-page]
```

Right:

```markdown
Most lumps are **not** cancer. [@example-page]
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Context, Finding, article_rule, shortened, words_flaws

_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_INSTEAD: Final = {
    "a": "write [words](address)",
    "b": "write **words**",
    "strong": "write **words**",
    "i": "write *words*",
    "em": "write *words*",
    "br": "take it out; an empty line starts a new paragraph",
    "p": "take it out; an empty line starts a new paragraph",
    "div": "take it out; for a card or a note use a block such as :::{note}",
    "img": "put the picture in a block of its own: :::{figure}",
    "table": "write the table with pipes, or as :::{comparison}",
    "ul": 'take it out; begin each item with "- "',
    "ol": 'take it out; begin each item with "1. "',
    "li": 'take it out; begin each item with "- "',
}


@words_flaws("raw-html")
@article_rule("SEC001")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every tag and comment, with what to write instead of a usual one; a tag that closes one is said with it."""
    opened: Counter[str] = Counter()
    for flaw in numbered.article.flaws:
        if flaw.kind != "raw-html":
            continue
        tag = _TAG.match(flaw.detail)
        name = tag[1].lower() if tag else ""
        if flaw.detail.startswith("</") and opened[name]:
            opened[name] -= 1
            continue
        opened[name] += 1
        yield Finding(
            flaw.location,
            f"HTML is not allowed here: {shortened(flaw.detail)}",
            _INSTEAD.get(name, r"take it out; for the sign itself write \<"),
        )
