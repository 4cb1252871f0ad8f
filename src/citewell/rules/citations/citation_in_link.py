"""A citation stands inside the words of a link.

A mark is a link itself, and one link inside another cannot be followed.

Fix it by moving the citation behind the link, at the end of the sentence.

Wrong:

```markdown
Read [what a biopsy is [@example-page]](../what-is-a-biopsy/).
```

Right:

```markdown
Read [what a biopsy is](../what-is-a-biopsy/). [@example-page]
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "CIT013",
    "citation-in-link",
    "a citation or a reason stands in the words of a link",
    "move it behind the link",
)
