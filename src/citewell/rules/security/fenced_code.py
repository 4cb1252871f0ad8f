"""Lines between backticks or tildes are program code.

Code is not checked for sources, so a statement could hide in it.

Fix it by deleting the lines with the three characters. For words that should appear exactly as typed, put single
backticks around them within a sentence.

Wrong:

````markdown
```
Take two tablets.
```
````

Right:

```markdown
Take two tablets. [@example-page]
```
"""

from citewell.model.text_problems import FencedCode
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "SEC004",
    FencedCode,
    message=lambda it: f'three backticks or tildes would show this as program code: "{shortened(it.text)}"',
    hint="delete the lines with the backticks or tildes",
)
