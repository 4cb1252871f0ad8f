"""A citation is followed by another bracket with nothing between them.

Markdown reads two pairs of brackets side by side as a link, so `[@a](…)` would be a link, not a citation.

Fix it by putting both sources in one pair of brackets, or by leaving out the address: the link to a source is made
from the bibliography.

Wrong:

```markdown
Most lumps are not cancer. [@example-page][@example-review]
```

Right:

```markdown
Most lumps are not cancer. [@example-page; @example-review]
```
"""

from citewell.model.text_problems import AdjacentCitation
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "CIT012",
    AdjacentCitation,
    message=lambda it: f'a citation is directly followed by "{it.bracket}"',
    hint=lambda it: (  # a round bracket would be the address of a link
        "leave out an address, because the build makes the link to the source; put a space before a remark"
        if it.bracket == "("
        else "put all sources in one pair of brackets, [@a; @b], or a space between them"
    ),
)
