"""There is a star or an underscore between two digits.

Markdown reads two of them as emphasis and leaves them out: "5*10 and 6*2" would read "510 and 62", another dose.

Fix it by writing "times" or "×", or a backslash before the character.

Wrong:

```markdown
Take 5*10 mg in the morning and 6*2 mg at night. [@example-page]
```

Right:

```markdown
Take 5 × 10 mg in the morning and 6 × 2 mg at night. [@example-page]
```
"""

from citewell.model.text_problems import DigitsJoined
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SEC008",
    DigitsJoined,
    message=lambda it: f'"{it.characters}" between two digits could vanish and join the numbers',
    hint='write "times" or ×, or a backslash before the character',
)
