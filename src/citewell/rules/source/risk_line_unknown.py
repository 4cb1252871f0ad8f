"""A line of a risk block has a name that the block does not know.

What stands in it would not be shown, and the number that was meant would be missing.

Fix it by writing one of the names that it knows: `who`, `events`, `out of`, `period`, `compared with`, `relative`.
Below `compared with` stand `events`, `out of` and `period`.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- event: 12
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
:::
```
"""

from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("SRC032", "risk-field-unknown")
def rule(flaw: Problem) -> Finding:
    """The line, and the name that is nearest."""
    known = "a group has the lines who, events, out of and period; another group stands below compared with"
    return Finding(
        flaw.location,
        f'a risk block has no line "{flaw.detail}" here',
        f"did you mean {flaw.suggestion}?" if flaw.suggestion else known,
    )
