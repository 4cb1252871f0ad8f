"""A published article has no date.

Health advice ages. Readers must see from when an article is.

Fix it by a line `published:` in the front matter, with the day on which it was or will be published.

Wrong:

```markdown
---
title: When should a lump be checked?
status: published
---
```

Right:

```markdown
---
title: When should a lump be checked?
status: published
published: 2026-02-15
---
```
"""

from citewell.rules.structure.required_keys import required_key

rule = required_key(
    "ART011",
    "published",
    "this article has no date of publication",
    ("write a day,", ' such as "published: 2026-02-15"'),
)
