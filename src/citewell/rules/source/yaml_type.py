"""A value begins with `!`, which gives it a type.

Every value here is plain text, so that it stays what you typed.

Fix it by putting the text in double quotes.

Wrong:

```markdown
---
title: !important Call 999
---
```

Right:

```markdown
---
title: "!important Call 999"
---
```
"""

from citewell.model.yaml_problems import YamlType
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC008",
    YamlType,
    message='a text that begins with "!" is read as a type',
    hint='put the text in double quotes: "..."',
)
