"""A line of colons closes a block that was never opened.

Most often the opening line is misspelt or was deleted, and what should stand in a card stands in the open.

Fix it by deleting the line, or by writing the opening line.

Wrong:

```markdown
The study is from 1988. [@example-page]
:::
```

Right:

```markdown
:::{note}
The study is from 1988. [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Context, Finding, article_rule, words_flaws


@words_flaws("fence-stray")
@article_rule("SRC018")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every line of colons that closes nothing, but for those whose opening line was meant and is malformed."""
    meant = 0
    for flaw in sorted(numbered.article.flaws, key=lambda flaw: flaw.location):
        if flaw.kind == "fence-malformed":
            meant += 1
        elif flaw.kind == "fence-stray" and meant:
            meant -= 1
        elif flaw.kind == "fence-stray":
            yield Finding(
                flaw.location,
                "this line of colons closes no block",
                "delete it, or open the block it should close with :::{name}",
            )
