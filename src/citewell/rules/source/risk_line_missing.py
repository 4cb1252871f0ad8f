"""A risk block lacks its title or one of its lines.

"12 people" says nothing without the number of people they were among, and 12 out of 1,000 in one year is not the same
as in a lifetime. So each group needs who it is, how often it happens, out of how many, and in what period. The title
says what happens.

Fix it by writing what is missing, as the source gives it. If the source does not give it, use a sentence and say so.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000 [@example-page]
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

from citewell.model.text_problems import MissingRiskField
from citewell.rules.problem_rule import problem_rule

_HINTS: Final = {
    "who": "say which people these are: - who: people who take the tablet",
    "events": "say how many people it happens to: - events: 12",
    "out of": "say out of how many people that is: - out of: 1,000",
    "period": "give the period: - period: 5 years",
    "relative": "write it, or delete the line",
    "title": "write what happens: :::{risk} Having a stroke",
}
_OTHER: Final = {"relative": 'words in the line "relative"', "title": "title"}

rule = problem_rule(
    "SRC034",
    MissingRiskField,
    message=lambda it: "this risk block has no " + _OTHER.get(it.field, f'line "{it.field}"'),
    hint=lambda it: _HINTS[it.field],
)
