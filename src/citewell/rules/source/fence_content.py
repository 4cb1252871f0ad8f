"""Something is in a block that does not belong there.

A care card is a list, so that it can be read in a moment; a takeaway is a few sentences; key takeaways are one list.

Fix it by moving the part before or after the block.

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

from __future__ import annotations

from citewell.blocks import describe_content
from citewell.model.problems import Problem
from citewell.model.text_problems import FenceContent
from citewell.rules.poison import Matter, Premise
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding
from citewell.rules.source.pasted_list import is_pasted_list


@wording_rule("SRC023", FenceContent)
def rule(problem: Problem[FenceContent], context: ProblemContext) -> Finding | None:
    """What does not belong in a block; nothing if the block is not closed, because its end is unknown.

    Lines that were meant as a list are reported by another rule, and belong there once they are a list.
    """
    source, block = context.source, problem.facts.block
    if source and is_pasted_list(source.text[slice(*source.span(problem.location))], context.settings.is_english):
        return None
    return Finding(
        problem.location,
        f'this does not belong in the block "{block}"',
        f"it holds {describe_content(block)}; move this before or after it",
        premises=(Premise(Matter.CONTENT, problem.location, block),),
    )
