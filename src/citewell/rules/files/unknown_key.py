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

from typing import Final

from citewell.model.flaws import Flaw
from citewell.rules.rule import Finding, fixable, shortened, wording_rule

#: What CSL 1.0.2 calls that which other bibliographies, and people, call so.
_IN_CSL: Final = {
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "website": "container-title",
    "year": "issued",
    "date": "issued",
    "link": "URL",
    "address": "publisher-place",
}


@fixable
@wording_rule("SRC013", "unknown-key")
def rule(flaw: Flaw) -> Finding:
    """The key, and the known one that looks like it."""
    near = flaw.suggestion
    if "/references/" in flaw.location.path:
        near = _IN_CSL.get(flaw.detail.casefold(), near)
    return Finding(
        flaw.location,
        f'"{shortened(flaw.detail)}" is no key that is known here',
        f'did you mean "{near}"?' if near else "delete the line",
        flaw.fix,
    )
