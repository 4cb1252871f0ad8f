"""A block is inside a list, a quotation or another block.

A card within a card has no clear meaning for readers, and a card in a list is easily missed.

Fix it by closing the outer block first, or by moving the line with the colons to the left margin.

Wrong:

```markdown
:::{note}
:::{urgent}
- a fever [@example-page]
:::
:::
```

Right:

```markdown
:::{note}
The study is from 1988. [@example-page]
:::

:::{urgent}
- a fever [@example-page]
:::
```
"""

from citewell.model.text_problems import NestedFence
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC020",
    NestedFence,
    message=lambda it: f'the block "{it.block}" is inside a list, a quotation or another block',
    hint="move it out, so that its colons are at the start of the line",
)
