"""A key is unknown.

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
from citewell.model.site import FORMAT
from citewell.model.yaml_problems import UnknownKey
from citewell.project import SITE_YML
from citewell.rules.problem_rule import ProblemContext, repair, wording_rule
from citewell.rules.rule import Finding, fixable, shortened

_DELETE: Final = "delete the line"
#: What CSL 1.0.2 calls variables that have other names in other bibliographies.
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
@wording_rule("SRC013", UnknownKey)
def rule(problem: Problem[UnknownKey], context: ProblemContext) -> Finding:
    """The key, and the known one that looks like it, or the group it belongs to."""
    facts = problem.facts
    message = f'unknown key "{shortened(facts.key)}"'
    hint = _suggest(facts, in_references="/references/" in problem.location.path)
    if hint == _DELETE and problem.location.path == SITE_YML and context.settings.format < FORMAT:
        hint = "if an earlier version of Citewell knew it, run: citewell upgrade; otherwise delete the line"
    return Finding(problem.location, message, hint, repair(problem, f'write "{facts.nearest}"'))


def _suggest(facts: UnknownKey, in_references: bool) -> str:
    near = facts.nearest
    if facts.group:
        return f'indent it below "{facts.group}:" (two spaces)'
    if in_references:
        key = facts.key.casefold()
        if key == "name":  # BibTeX and people.yml have one; CSL keeps the parts apart
            return 'write "family:" and "given:", or "literal:"'
        near = _IN_CSL.get(key, near)
    return f'did you mean "{near}"?' if near else _DELETE
