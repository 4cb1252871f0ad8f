"""Something stands in a block that does not belong there.

A care card is a list, so that it can be read in a moment; a takeaway is a few sentences; key takeaways are one list.

Mend it by moving the part before or after the block.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC023",
    "fence-content",
    'this does not belong in the block "{detail}"',
    "it holds {suggestion}; move this before or after it",
)
