"""A citation is inside the words of a link.

A mark is a link itself, and one link inside another cannot be followed.

Fix it by moving the citation after the link, at the end of the sentence.

Wrong:

```markdown
Read [what a biopsy is [@example-page]](../what-is-a-biopsy/).
```

Right:

```markdown
Read [what a biopsy is](../what-is-a-biopsy/). [@example-page]
```
"""

from citewell.model.text_problems import CitationInLink
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "CIT013",
    CitationInLink,
    message="a citation or a reason for having none is inside the words of a link",
    hint="move it after the link",
)
