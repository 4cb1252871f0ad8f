"""Signs are left over that begin a citation, a reason, a link or an attribute, and do not finish it.

Readers would see them, and a statement would have no source although its editor meant to give one.

Mend it by closing the bracket. Attributes such as `{.name}` are not part of the language: delete them. To show the
signs themselves, write a backslash before them.

Wrong:

```markdown
Most lumps are not cancer. [@example-page
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "CIT010",
    "leftover-syntax",
    'the signs "{detail}" would be shown as they stand',
    "finish what they begin (a citation, a reason, a link), delete them, or write a backslash before them",
)
