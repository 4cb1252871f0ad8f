"""Lines stand between backticks or tildes, as program code.

Code is not checked for sources, so a statement could hide in it.

Fix it by deleting the lines with the three signs. For words that should stand exactly as typed, put single backticks
around them within a sentence.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SEC004",
    "fenced-code",
    'three backticks or tildes would show this as program code: "{short}"',
    "delete the lines with the backticks or tildes",
)
