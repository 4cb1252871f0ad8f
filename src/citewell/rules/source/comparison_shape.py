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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC024",
    "comparison-shape",
    "this comparison cannot be read as a table: {detail}",
    "write one list: first the heads, then a row an item, with its cells in a list below its name",
)
