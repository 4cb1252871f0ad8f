"""A value begins with `&` or `*`, or a key is `<<`: characters that copy text from elsewhere in the file.

Copied text changes when its original does, unseen by anyone who reads the copy, and a small file can be made to grow
without end. So nothing is copied; a text in quotation marks may begin with such a character.

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

from citewell.model.yaml_problems import YamlCopy
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC007",
    YamlCopy,
    message=lambda it: (
        '"<<" would copy other lines'
        if it.mark == "<<"
        else f'a text that begins with "{it.mark}" is read as the name of something to copy'
    ),
    hint=lambda it: "write them out" if it.mark == "<<" else 'put the text in double quotes: "..."',
)
