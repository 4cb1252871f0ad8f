"""A line of a risk block is there twice.

Only one of the two could be shown, and nobody can tell which was meant. A second group of people goes below
`compared with`, which may be repeated.

Fix it by deleting one of the two, or by moving it below `compared with`.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- events: 20
- out of: 1,000
- period: 5 years [@example-page]
:::
```

Right:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000
- period: 5 years [@example-page]
- compared with: people who do not take it
  - events: 20
  - out of: 1,000
  - period: 5 years [@example-page]
:::
```
"""

from citewell.model.text_problems import RiskFieldTwice
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC033",
    RiskFieldTwice,
    message=lambda it: f'this risk block has the line "{it.field}" twice',
    hint="delete one of them, or move it below - compared with:",
)
