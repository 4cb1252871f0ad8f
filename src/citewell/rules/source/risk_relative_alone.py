"""A risk block gives a relative number without the group that it compares with, or with one of another period.

"40% lower" can mean 8 people in 1,000 or 8 in a million. A relative number is only shown beside the absolute numbers of
both groups, so that readers see what it means for them. Both must be for the same length of time: one year beside five
says nothing about who is better off.

Fix it by adding `compared with` and its lines from the same source, or by leaving `relative` out. Write both periods
in the same words.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000
- period: 5 years [@example-page]
- relative: 40% lower [@example-page]
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
- relative: 40% lower [@example-page]
:::
```
"""

from citewell.model.text_problems import LoneRelativeRisk
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC036",
    LoneRelativeRisk,
    message=lambda it: (
        "this relative number compares groups whose periods are written differently"
        if it.periods_differ
        else "this relative number has no group to compare with"
    ),
    hint=lambda it: (
        "give both groups the same period in the same words, or leave the relative number out"
        if it.periods_differ
        else "add - compared with: and its lines, or leave the relative number out"
    ),
)
