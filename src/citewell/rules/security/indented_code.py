"""A line outside a list is indented by four spaces or more.

Markdown reads it as program code. An indented "Call 999" would appear in typewriter letters and would no longer
count as a statement that needs a source.

Fix it by deleting the spaces, or by making it an item of a list.

Wrong:

```markdown
If you cannot pass urine:

    Call 999. [@example-page]
```

Right:

```markdown
If you cannot pass urine, call 999. [@example-page]
```
"""

from citewell.model.text_problems import IndentedCode
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "SEC003",
    IndentedCode,
    message=lambda it: f'this line is indented so far that it would become program code: "{shortened(it.text)}"',
    hint="delete the spaces before it, or make it an item of a list",
)
