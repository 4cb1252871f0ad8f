"""A line of colons closes a block that was never opened.

Most often the opening line is misspelt or was deleted, and what should be in a card is outside it.

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
    message="there is no open block for this line of colons to close",
    hint="delete it, or open a block above it with :::{name}",
)
