"""Front matter or a `.yml` file cannot be read as "key: value" lines.

What comes after the fault is not read, so other faults below it show only when this one is mended.

Fix it as the hint says. Most often a text that holds a colon and a space, or begins with `[` or `{`, needs double
quotes, a quotation mark is not closed, or a line begins in the wrong column.

Wrong:

```markdown
---
title: Back pain: when to worry
---
```

Right:

```markdown
---
title: "Back pain: when to worry"
---
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC005", "yaml-syntax", "{detail}", "check the punctuation and the indentation here")
