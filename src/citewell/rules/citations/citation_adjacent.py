"""A citation is followed by another bracket with nothing between them.

Markdown reads two pairs of brackets side by side as a link, so `[@a](…)` would be a link and no citation.

Fix it by putting both sources in one pair of brackets, or by leaving out the address: the way to a source is made
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

from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("CIT012", "citation-adjacent")
def rule(flaw: Problem) -> Finding:
    """The bracket that follows; a round one would be the address of a link."""
    return Finding(
        flaw.location,
        f'a citation stands directly before "{flaw.detail}"',
        "leave out an address, because the way to the source is made for you; before a remark put a space"
        if flaw.detail == "("
        else "put several sources in one pair of brackets, [@a; @b], or a space between",
    )
