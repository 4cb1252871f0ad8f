"""A key has the name that it had in an earlier version of the content format.

It still works, but a program that knows only today's names would not find it.

Fix it by writing the new name, or let `citewell check --fix` do so in all files. In content that has an earlier format
as a whole, `citewell upgrade` does so (SRC051), and this check waits for it.

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
from citewell.model.site import FORMAT
from citewell.model.yaml_problems import FormerKey
from citewell.rules.problem_rule import ProblemContext, repair, wording_rule
from citewell.rules.rule import Finding, fixable


@fixable
@wording_rule("SRC050", FormerKey, severity=Severity.WARNING)
def rule(problem: Problem[FormerKey], context: ProblemContext) -> Finding | None:
    """The key, and its name today; nothing where the whole content is to be upgraded, which SRC051 reports."""
    if context.settings.format < FORMAT:
        return None
    facts = problem.facts
    message = f'"{facts.key}" is now called "{facts.now}"'
    return Finding(problem.location, message, f'write "{facts.now}"', repair(problem, f'write "{facts.now}"'))
