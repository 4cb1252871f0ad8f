"""A value is not of the kind its key takes.

It may be a day that does not exist, a text where a list belongs, or a word that is not one of the few allowed.

It is not put right by guessing, because a guess could publish a draft or show a wrong date.

Fix it as the hint says.

Wrong:

```markdown
---
title: When should a lump be checked?
published: 2026-02-30
status: live
---
```

Right:

```markdown
---
title: When should a lump be checked?
published: 2026-02-28
status: published
---
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC015", "wrong-value", "{detail}", "write a value of the right kind")
