"""A block is opened and never closed.

The rest of the page would be swallowed by it: everything below an emergency card would look like an emergency.

Fix it by writing three colons on a line of their own after the block.

Wrong:

```markdown
:::{note}
The study is from 1988. [@example-page]
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
    "SRC017",
    "fence-unclosed",
    'the block "{detail}" is not closed',
    "write ::: on a line of its own where it ends",
)
