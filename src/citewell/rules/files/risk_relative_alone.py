"""A risk block gives a relative number without the group that it compares with.

"40% lower" can mean 8 people in 1,000 or 8 in a million. A relative number is only shown beside the absolute numbers
of both groups, so that readers see what it means for them.

Mend it by adding `compared with` and its lines from the same source, or by leaving `relative` out.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC036",
    "risk-relative-alone",
    "a relative number stands here without the group that it compares with",
    "add - compared with: and its lines, or leave the relative number out",
)
