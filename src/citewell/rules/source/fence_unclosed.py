"""A block is opened and never closed.

It would take in the rest of the page: everything below an emergency card would look like an emergency.

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

from citewell.model.text_problems import UnclosedFence
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC017",
    UnclosedFence,
    message=lambda it: f'the block "{it.block}" is not closed',
    hint="write ::: on a line of its own where it ends",
)
