"""A key is written twice.

Only one of the values can count, and nobody can see which: a date or a title could be another than the one you read.

Fix it by deleting one of the two lines.

Wrong:

```markdown
---
title: When is a lump serious?
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
---
```
"""

from citewell.rules.rule import fixable, flaw_rule

rule = fixable(
    flaw_rule(
        "SRC006",
        "yaml-duplicate-key",
        '"{detail}" is written twice; the first stands at {suggestion}',
        "keep one of the two",
    )
)
