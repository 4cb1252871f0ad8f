"""A value holds a space and a `#`, at which YAML would cut it.

The rest would be read as a comment and would not be on the page.

Fix it by putting the whole text in double quotes, or the comment on a line of its own.

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

from citewell.model.yaml_problems import TextCut
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "SRC011",
    TextCut,
    message=lambda it: f'the text would be cut before "{shortened(it.remark)}"',
    hint=lambda it: f"put the whole text in double quotes: {it.whole}",
)
