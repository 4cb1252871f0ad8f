"""A line of hyphens, stars or underscores draws a line across the page.

Headings separate sections, and people who listen to a page hear them too. And three hyphens directly under a sentence
would make it a heading.

Fix it by deleting the line, or by starting a section with `##`.

Wrong:

```markdown
Most lumps are not cancer. [@example-page]

***

See a doctor about a lump that grows. [@example-page]
```

Right:

```markdown
Most lumps are not cancer. [@example-page]

## When to get help

See a doctor about a lump that grows. [@example-page]
```
"""

from citewell.model.text_problems import RuleLine
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC028",
    RuleLine,
    message="a line across the page is not part of the language",
    hint="delete it; a heading (##) starts a new section",
)
