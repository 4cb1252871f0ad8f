"""A heading or a list item has no words.

People who listen to a page hear "heading" or "bullet" and then nothing; most often a line was left over from a draft.

Fix it by writing the words or deleting the line.

Wrong:

```markdown
- a fever [@example-page]
-
```

Right:

```markdown
- a fever [@example-page]
```
"""

from citewell.model.text_problems import EmptyHeading, EmptyListItem
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC027",
    EmptyHeading,
    EmptyListItem,
    message="there are no words after this character",
    hint="write the words, or delete the line",
)
