"""Words stand after the name of a block that takes no title.

They would not be shown: the heading of a takeaway is always the same, and a figure has its caption below the picture.

Fix it by deleting the words or by writing them inside the block.

Wrong:

```markdown
:::{takeaway} Most lumps are harmless
See a doctor about a lump that grows. [@example-page]
:::
```

Right:

```markdown
:::{takeaway}
See a doctor about a lump that grows. [@example-page]
:::
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC022",
    "fence-title",
    'the block "{detail}" takes no title',
    "delete these words, or write them inside the block",
)
