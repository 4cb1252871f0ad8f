"""There are words after the name of a block that takes no title.

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

from citewell.model.text_problems import FenceTitle
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC022",
    FenceTitle,
    message=lambda it: f'the block "{it.block}" takes no title',
    hint="delete these words, or write them inside the block",
)
