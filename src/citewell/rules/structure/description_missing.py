"""An article or page has no description.

Search engines and lists show it below the title, and many readers decide by it whether this is what they need.
Without it a machine picks any sentence.

Fix it by a line `description:` in the front matter: one sentence that says what the page answers.

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
description: Which lumps need to be seen by a doctor, and how soon.
---
```
"""

from citewell.rules.structure.required_keys import required_key

rule = required_key(
    "ART003",
    "description",
    "there is no description",
    ("go on with", ' "description: …", one sentence that says what the page answers'),
)
