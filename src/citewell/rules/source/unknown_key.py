"""A key is not one that is known here.

A misspelt key would be ignored: "authers" would publish an article without its authors.

Fix it by writing the key that was meant, by indenting a line that belongs to a group such as `withdrawn:`, or by
deleting the line.

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

from citewell.model.problems import Problem
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
    "forename": "given",
    "firstname": "given",
    "surname": "family",
    "lastname": "family",
}


@fixable
@wording_rule("SRC013", "unknown-key")
def rule(flaw: Problem) -> Finding:
    """The key, and the known one that looks like it, or the group it belongs to."""
    message = f'"{shortened(flaw.detail)}" is no key that is known here'
    return Finding(flaw.location, message, _way(flaw), flaw.fix)


def _way(flaw: Problem) -> str:
    near = flaw.suggestion
    group, belongs, _key = near.partition("/")
    if belongs:
        return f'indent it below "{group}:" (two spaces)'
    if "/references/" in flaw.location.path:
        key = flaw.detail.casefold()
        if key == "name":  # BibTeX and people.yml have one; CSL keeps the parts apart
            return 'write "family:" and "given:", or "literal:"'
        near = _IN_CSL.get(key, near)
    return f'did you mean "{near}"?' if near else "delete the line"
