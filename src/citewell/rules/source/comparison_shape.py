"""A comparison does not have the shape of a table.

It is written as a list. The first item holds the heads of the columns. Each further item is a row: its name, and
below it, indented, one item for each cell.

Fix it by bringing the list into that shape.

Wrong:

```markdown
:::{comparison} Two kinds of pain
- How it starts
- It often starts gradually. [@example-page]
:::
```

Right:

```markdown
:::{comparison} Two kinds of pain
- Feature
  - Tumour-related pain
  - Common back pain
- How it starts
  - It often starts gradually. [@example-page]
  - It often follows strain. [@example-review]
:::
```
"""

from typing import Final

from citewell.model.text_problems import ComparisonError, ComparisonShape
from citewell.rules.problem_rule import problem_rule

_WHY: Final = {
    ComparisonError.NOT_ONE_LIST: "it holds something other than one list",
    ComparisonError.NO_ROWS: "it needs column heads and at least one row",
    ComparisonError.ROW: "a row is its name and one list of cells below it",
    ComparisonError.CELL: "a cell is one paragraph",
}

rule = problem_rule(
    "SRC024",
    ComparisonShape,
    message=lambda it: f"this comparison cannot be read as a table: {_WHY[it.error]}",
    hint="write one list: first the heads, then one item for each row, with its cells in a list below its name",
)
