"""Something stands in a block that does not belong there.

A care card is a list, so that it can be read in a moment; a takeaway is a few sentences; key takeaways are one list.

Fix it by moving the part before or after the block.

Wrong:

```markdown
:::{key-takeaways}
Most lumps are not cancer. [@example-page]
:::
```

Right:

```markdown
:::{key-takeaways}
- Most lumps are not cancer. [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Context, Finding, article_rule, words_flaws
from citewell.rules.source.pasted_list import is_pasted_list


@words_flaws("fence-content")
@article_rule("SRC023")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Everything in a block that is closed; of one that is not, nobody knows what should be in it.

    Lines that were meant as a list are reported as that, and belong here once they are one.
    """
    source, flaws = numbered.article.source, numbered.article.flaws
    is_english = context.site.settings.is_english
    unclosed = {flaw.detail for flaw in flaws if flaw.kind == "fence-unclosed"}
    for flaw in flaws:
        if flaw.kind != "fence-content" or flaw.detail in unclosed:
            continue
        if not is_pasted_list(source.text[slice(*source.span(flaw.location))], is_english):
            yield Finding(
                flaw.location,
                f'this does not belong in the block "{flaw.detail}"',
                f"it holds {flaw.suggestion}; move this before or after it",
            )
