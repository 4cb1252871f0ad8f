"""A risk block is not a list of lines.

Each line is a name, a colon and what belongs to it: `- events: 12`. Only `compared with` has lines of its own, indented
below it.

Fix it by bringing the block into that shape.

Wrong:

```markdown
:::{risk} Having a stroke
12 out of 1,000 people who take the tablet have a stroke. [@example-page]
:::
```

Right:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000
- period: 5 years [@example-page]
:::
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC031",
    "risk-shape",
    "this risk block cannot be read: {detail}",
    "write one list of lines such as - events: 12; lines below - compared with: are indented by two spaces",
)
