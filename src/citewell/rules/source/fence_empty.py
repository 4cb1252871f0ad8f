"""A block has nothing in it.

Readers would get its coloured box and nothing in it: "Call 999 if you have", and then no sign at all. Most often the
list was forgotten, or the three colons that end the block stand too early.

Fix it by writing what belongs in the block, by moving the three colons below it, or by deleting the block.

Wrong:

```markdown
:::{emergency} Call 999 if you have
:::

- sudden weakness in one arm [@example-page]
```

Right:

```markdown
:::{emergency} Call 999 if you have
- sudden weakness in one arm [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Context, Finding, article_rule, words_flaws


@words_flaws("fence-empty")
@article_rule("SRC038")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every empty block that is closed; of one that is not, nobody knows what should stand in it."""
    flaws = numbered.article.flaws
    unclosed = {flaw.location.line for flaw in flaws if flaw.kind == "fence-unclosed"}
    for flaw in flaws:
        if flaw.kind == "fence-empty" and flaw.location.line not in unclosed:
            yield Finding(
                flaw.location,
                f'the block "{flaw.detail}" is empty',
                f"it holds {flaw.suggestion}; write that, or delete the block",
            )
