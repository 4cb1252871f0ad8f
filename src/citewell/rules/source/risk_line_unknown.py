"""A line of a risk block has a name that the block does not know.

Its value would not be shown, and a number that readers need would be missing.

Fix it by writing one of the names that it knows: `who`, `events`, `out of`, `period`, `compared with`, `relative`.
Below `compared with` come `events`, `out of` and `period`.

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

from typing import Final

from citewell.model.text_problems import UnknownRiskField
from citewell.rules.problem_rule import problem_rule

_KNOWN: Final = "a group has the lines who, events, out of and period; another group goes below compared with"

rule = problem_rule(
    "SRC032",
    UnknownRiskField,
    message=lambda it: f'unknown line "{it.field}" in a risk block',
    hint=lambda it: f'did you mean "{it.nearest}"?' if it.nearest else _KNOWN,
)
