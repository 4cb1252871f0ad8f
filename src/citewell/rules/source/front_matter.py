"""An article does not begin with its front matter: the lines between `---` that give its title, authors and topics.

Without them there is no title, and without the closing line the text itself is read as keys.

Fix it by writing `---` alone on the first line and again after the last key.

Wrong:

```markdown
# When should a lump be checked?

Most lumps are not cancer. [@example-page]
```

Right:

```markdown
---
title: When should a lump be checked?
---

Most lumps are not cancer. [@example-page]
```
"""

from typing import Final

from citewell.model.yaml_problems import FrontMatterError, FrontMatterShape
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    FrontMatterError.ABSENT: "there is no front matter",
    FrontMatterError.NOT_IN_FIRST_LINE: "the front matter does not begin in the first line",
    FrontMatterError.NOT_CLOSED: "the front matter has no closing line",
}

rule = problem_rule(
    "SRC012",
    FrontMatterShape,
    message=lambda it: _MESSAGES[it.error],
    hint='write "---" as the first line, then "title: …" and the other keys, then "---" again',
)
