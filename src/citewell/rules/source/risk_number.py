"""A number in a risk block is no number of people, or a time begins with "in".

`events` and `out of` are whole numbers: people come whole. Thousands may be parted by commas or spaces, not by
points. A part of a person is told out of more people: 2.5 out of 100 is 25 out of 1,000. It cannot happen to more
people than there are, and at least one person must be there. The sentence that readers get has the word "in" before
the time: "in 5 years".

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC035", "risk-number", "{detail}", "{suggestion}")
