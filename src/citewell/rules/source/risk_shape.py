"""A risk block is not a list of lines.

Each line is a name, a colon and its value: `- events: 12`. Only `compared with` has lines of its own, indented
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

from typing import Final

from citewell.model.text_problems import RiskError, RiskShape
from citewell.rules.problem_rule import problem_rule

_WHY: Final = {
    RiskError.NOT_ONE_LIST: "it holds something other than one list",
    RiskError.LINE: "a line is a name, a colon and its value",
    RiskError.BELOW_A_LINE: "there may be only one list below a line",
    RiskError.LINES_BELOW: '"{field}" has no lines below it',
}

rule = problem_rule(
    "SRC031",
    RiskShape,
    message=lambda it: f"this risk block cannot be read: {_WHY[it.error].format(field=it.field)}",
    hint="write one list of lines such as - events: 12; lines below - compared with: are indented by two spaces",
)
