"""An article does not begin with its front matter: the lines between `---` that give its title, authors and topics.

Without them there is no title, and without the closing line the text itself is taken for keys.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC012", "front-matter", "{detail}", 'write "---" as the first line, then the keys, then "---" again')
