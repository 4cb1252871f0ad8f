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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC027",
    "heading-empty list-item-empty",
    "nothing stands after this sign",
    "write the words, or delete the line",
)
