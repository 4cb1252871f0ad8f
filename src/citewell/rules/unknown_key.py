"""A key is not one that is known here.

A misspelt key would be ignored: "authers" would publish an article without its authors.

Mend it by writing the key that was meant, or by deleting the line.

Wrong:

```markdown
---
title: When should a lump be checked?
authers: [editorial-team]
---
```

Right:

```markdown
---
title: When should a lump be checked?
authors: [editorial-team]
---
```
"""

from citewell.diagnostics import Fix
from citewell.model.flaws import Flaw
from citewell.rules.rule import Finding, shortened, wording_rule


@wording_rule("SRC013", "unknown-key")
def rule(flaw: Flaw) -> Finding:
    """The key, and the known one that looks like it."""
    near = flaw.suggestion
    return Finding(
        flaw.location,
        f'"{shortened(flaw.detail)}" is no key that is known here',
        f'did you mean "{near}"?' if near else "delete the line",
        Fix(f'write "{near}"', flaw.location, near) if near else None,
    )
