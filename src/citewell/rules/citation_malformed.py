"""Something looks like a citation, or like a reason for having none, and is neither.

It would be shown as text, and the statement would have no source although its editor meant to give one.

Mend it as the hint says. A key has letters, digits and `_ - : . /`; any other key stands in braces, `@{…}`. A
semicolon parts two sources, and each has its `@`.

Wrong:

```markdown
Most lumps are not cancer. [@example-page; example-review]
```

Right:

```markdown
Most lumps are not cancer. [@example-page; @example-review]
```
"""

from citewell.model.flaws import Flaw
from citewell.rules.rule import Finding, wording_rule


@wording_rule("CIT011", "citation-malformed")
def rule(flaw: Flaw) -> Finding:
    """The reader's reason, and the right spelling where it knows one."""
    return Finding(
        flaw.location,
        flaw.detail,
        f"write {flaw.suggestion}"
        if flaw.suggestion
        else "write it as [@key], [@one; @two, p. 3] or [no source: KIND]",
    )
