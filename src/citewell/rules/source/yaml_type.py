"""A value begins with `!`, which makes it another type of thing.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC008", "yaml-tag", "{detail}", "put the text in double quotes")
