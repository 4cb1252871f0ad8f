"""A line begins with words in brackets and a colon.

Markdown takes that for the address of a link, and the whole line would vanish: "[Warning]: call 999" would not be
shown.

Fix it by leaving out the brackets, or with a backslash before the first one. Links have their address with them:
`[words](address)`.

Wrong:

```markdown
[Note]: go to hospital if you cannot pass urine. [@example-page]
```

Right:

```markdown
**Note:** go to hospital if you cannot pass urine. [@example-page]
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SEC002",
    "reference-definition",
    '"{detail}" at the start of a line would vanish from the page',
    r"write the words without brackets, or a backslash before the bracket: \[",
)
