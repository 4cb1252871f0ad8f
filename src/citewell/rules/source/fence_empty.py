"""A block has nothing in it.

Readers would get its coloured box and nothing in it: "Call 999 if you have", and then nothing. Most often the
list was forgotten, or the three colons that end the block come too early.

Fix it by writing what belongs in the block, by moving the three colons below it, or by deleting the block.

Wrong:

```markdown
:::{emergency} Call 999 if you have
:::

- sudden weakness in one arm [@example-page]
```

Right:

```markdown
:::{emergency} Call 999 if you have
- sudden weakness in one arm [@example-page]
:::
```
"""

from __future__ import annotations

from citewell.blocks import describe_content
from citewell.model.problems import Problem
from citewell.model.text_problems import EmptyFence
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding


@wording_rule("SRC038", EmptyFence)
def rule(problem: Problem[EmptyFence], _context: ProblemContext) -> Finding:
    """An empty block; nothing if the block is not closed, because its end is unknown."""
    block = problem.facts.block
    return Finding(
        problem.location,
        f'the block "{block}" is empty',
        f"it holds {describe_content(block)}; write that, or delete the block",
        premises=(rests_on_lines(Matter.OPENING, problem.location),),
    )
