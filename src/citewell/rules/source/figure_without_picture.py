"""A figure has no picture, or something comes before the picture.

A figure is a picture with sentences below it. The picture is alone in the first paragraph.

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

from citewell.model.text_problems import FigureWithoutPicture
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC025",
    FigureWithoutPicture,
    message="this figure does not begin with a picture",
    hint="write ![what the picture shows](file.svg) alone on its first line, with an empty line after it",
)
