"""An article names no author.

Readers of health pages want to know who says so, and whom to tell about a mistake.

Fix it by a line `authors:` in the front matter with ids from `content_src/people.yml`.

Wrong:

```markdown
---
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
authors: [editorial-team]
---
```
"""

from citewell.rules.structure.required_keys import required_key

rule = required_key(
    "ART009", "authors", "this article names no author", ("write", ' "authors: [id]" with ids from people.yml')
)
