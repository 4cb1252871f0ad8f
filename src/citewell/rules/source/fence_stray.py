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

from citewell.model.text_problems import StrayFence
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC018",
    StrayFence,
    message="this line of colons closes no block",
    hint="delete it, or open the block it should close with :::{name}",
)
