"""A key has the name that it had in an earlier version of the content format.

It still works, but a program that knows only today's names would not find it.

Fix it by writing the new name, or let `citewell upgrade` do so in all files.

Wrong:

```markdown
---
title: When should a lump be checked?
was: is-it-a-lump
---
```

Right:

```markdown
---
title: When should a lump be checked?
redirects: is-it-a-lump
---
```
"""

from citewell.diagnostics import Severity
from citewell.model.problems import Problem
from citewell.model.yaml_problems import FormerKey
from citewell.rules.problem_rule import ProblemContext, repair, wording_rule
from citewell.rules.rule import Finding, fixable


@fixable
@wording_rule("SRC050", FormerKey, severity=Severity.WARNING)
def rule(problem: Problem[FormerKey], _context: ProblemContext) -> Finding:
    """The key, and its name today."""
    facts = problem.facts
    message = f'"{facts.key}" is now called "{facts.now}"'
    return Finding(problem.location, message, f'write "{facts.now}"', repair(problem, f'write "{facts.now}"'))
