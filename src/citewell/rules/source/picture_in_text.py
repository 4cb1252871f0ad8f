"""A picture stands in running text, outside a figure.

There it has no place of its own on small screens and no caption. Pictures stand in a figure, beside the article or in
its front matter, never loaded from another site.

Fix it by putting the picture in a figure.

Wrong:

```markdown
This is the spine: ![Side view of the lower spine](spine.svg) [@example-page]
```

Right:

```markdown
:::{figure}
![Side view of the lower spine](spine.svg)

This is the lower spine. [@example-page]
:::
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC026",
    "picture-in-text",
    'the picture "{short}" stands in running text',
    "put it in a block of its own: :::{figure}",
)
