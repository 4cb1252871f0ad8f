"""A picture is in running text, outside a figure.

There it has no place of its own on small screens and no caption. Pictures belong in a figure or in the front matter,
with their file in the article's folder; they are never loaded from another site.

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

from citewell.model.text_problems import PictureInText
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "SRC026",
    PictureInText,
    message=lambda it: f'the picture "{shortened(it.file)}" is in running text',
    hint="put it in a block of its own: :::{figure}",
)
