"""A risk block lacks its title or one of its lines.

"12 people" says nothing without the number of people they were among, and 12 out of 1,000 in one year is not the same
as in a lifetime. So each group needs who it is, how often it happens, out of how many, and in how long a time. The
title says what happens.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC034", "risk-field-missing", "this risk block has no {detail}", "{suggestion}")
