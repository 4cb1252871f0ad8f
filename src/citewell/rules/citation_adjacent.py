"""A citation is followed by another bracket with nothing between them.

Markdown reads two pairs of brackets side by side as a link, so `[@a](…)` would be a link and no citation.

Mend it by putting both sources in one pair of brackets, or by leaving out the address: the way to a source is made
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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "CIT012",
    "citation-adjacent",
    'a citation stands directly before "{detail}"',
    "put several sources in one pair of brackets, [@a; @b], or a space between",
)
