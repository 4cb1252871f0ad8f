"""A risk block gives a relative number without the group that it compares with, or with one of another period.

"40% lower" can mean 8 people in 1,000 or 8 in a million. A relative number is only shown beside the absolute numbers of
both groups, so that readers see what it means for them. Both must be for the same length of time: one year beside five
says nothing of who is better off.

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

from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("SRC036", "risk-relative-alone")
def rule(flaw: Problem) -> Finding:
    """No other group at all, or one that was watched for another time."""
    if flaw.detail:
        return Finding(
            flaw.location,
            "a relative number compares groups here whose periods are written differently",
            "give both groups the same period in the same words, or leave the relative number out",
        )
    return Finding(
        flaw.location,
        "a relative number stands here without the group that it compares with",
        "add - compared with: and its lines, or leave the relative number out",
    )
