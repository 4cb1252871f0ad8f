"""A value begins with `&` or `*`, or a key is `<<`: signs that copy text from elsewhere in the file.

Copied text changes when its original does, unseen by whoever reads the copy, and a small file can be made to grow
without end. So nothing is copied; a text may begin with such a sign in quotation marks.

Fix it by writing the text out, or by putting it in double quotes.

Wrong:

```markdown
---
title: *What* is a sarcoma?
---
```

Right:

```markdown
---
title: "What is a sarcoma?"
---
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC007", "yaml-anchor", "{detail}", "put the text in double quotes")
