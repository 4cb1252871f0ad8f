"""A line begins with three colons but does not open a block.

Its words would be shown as they stand, and what should be a card would be plain text.

Mend it by writing the name in braces directly after the colons.

Wrong:

```markdown
:::note
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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC019",
    "fence-malformed",
    '"{short}" begins like a block and is none',
    "write three colons and the name in braces, with nothing between: :::{note}",
)
