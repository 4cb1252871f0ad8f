"""A value holds a space and a `#`, at which YAML would cut it.

The rest would be taken for a remark and vanish from the page.

Fix it by putting the whole text in double quotes, or the remark on a line of its own.

Wrong:

```markdown
---
title: Pain # 1 symptom
---
```

Right:

```markdown
---
title: "Pain # 1 symptom"
---
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC011",
    "yaml-comment-after-value",
    'the text would be cut before "{short}"',
    "put the whole text in double quotes: {suggestion}",
)
