"""A figure has no picture, or something stands before it.

A figure is a picture with sentences below it. The picture stands alone in the first paragraph.

Fix it by writing the picture on the first line and the sentences after an empty line.

Wrong:

```markdown
:::{figure}
A large slipped disc is the usual cause. [@example-page]
:::
```

Right:

```markdown
:::{figure}
![Two discs between three bones of the spine](disc.svg)

A large slipped disc is the usual cause. [@example-page]
:::
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC025",
    "figure-without-picture",
    "this figure does not begin with a picture",
    "write ![what the picture shows](file.svg) alone on its first line, and an empty line after it",
)
