"""A number in a risk block is not a number of people, or a period begins with "in".

`events` and `out of` are whole numbers: there is no part of a person. Commas or spaces may separate thousands, points
may not. For a part of a person, use a larger group: 2.5 out of 100 is 25 out of 1,000. It cannot happen to more people
than there are, and there must be at least one person. The sentence that readers get has the word "in" before the time:
"in 5 years".

Fix it by writing the whole number that the source gives, and the time alone.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 1.2%
- out of: 100
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

from citewell.model.text_problems import RiskNumber, RiskNumberError
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    RiskNumberError.TOTAL: '"out of" must be between 1 and {total:,}',
    RiskNumberError.MORE_THAN_TOTAL: "it cannot happen to {events:,} people out of {total:,}",
    RiskNumberError.NOT_WHOLE: '"{found}" is not a whole number',
    RiskNumberError.DOTTED: '"{found}" is not a whole number',
    RiskNumberError.PERIOD: 'readers would get "{word} {found}"',
}
_HINTS: Final = {
    RiskNumberError.TOTAL: "write how many people there are",
    RiskNumberError.MORE_THAN_TOTAL: "check both numbers in the source",
    RiskNumberError.NOT_WHOLE: "write a number alone, such as 12 or 1,000; for 2.5 in 100 write 25 out of 1,000",
    RiskNumberError.DOTTED: "thousands take a comma: {with_commas}",
    RiskNumberError.PERIOD: 'leave "{word}" out: - period: {instead}',
}


def _fill(pattern: str, facts: RiskNumber) -> str:
    return pattern.format(
        found=facts.found,
        with_commas=facts.found.replace(".", ","),
        instead=facts.instead or "5 years",
        word=facts.word,
        events=facts.events,
        total=facts.total,
    )


rule = problem_rule(
    "SRC035",
    RiskNumber,
    message=lambda it: _fill(_MESSAGES[it.error], it),
    hint=lambda it: _fill(_HINTS[it.error], it),
)
