"""A line begins with words in brackets and a colon.

Markdown reads that as the address of a link, and the whole line would vanish: "[Warning]: call 999" would not be
shown.

Fix it by leaving out the brackets, or by writing a backslash before the first one. Links have their address with them:
`[words](address)`.

Wrong:

```markdown
[Note]: go to hospital if you cannot pass urine. [@example-page]
```

Right:

```markdown
**Note:** go to hospital if you cannot pass urine. [@example-page]
```
"""

from citewell.model.text_problems import ReferenceDefinition
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SEC002",
    ReferenceDefinition,
    message=lambda it: f'"{it.text}" at the start of a line would vanish from the page',
    hint=r"write the words without brackets, or a backslash before the bracket: \[",
)
