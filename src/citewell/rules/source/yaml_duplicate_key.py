"""A key is written twice.

Only one of the values can count, and nobody can see which: a date or a title could be another than the one you read.

Fix it by deleting one of the two lines.

Wrong:

```markdown
---
title: When is a lump serious?
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
---
```
"""

from citewell.model.problems import Problem
from citewell.model.yaml_problems import DuplicateKey
from citewell.rules.problem_rule import ProblemContext, repair, wording_rule
from citewell.rules.rule import Finding, fixable


@fixable
@wording_rule("SRC006", DuplicateKey)
def rule(problem: Problem[DuplicateKey], _context: ProblemContext) -> Finding:
    """The key and where the first is; one that is a copy of it, line by line, can go."""
    facts = problem.facts
    message = f'"{facts.key}" is written twice; the first is at {facts.first}'
    return Finding(problem.location, message, "keep one of the two", repair(problem, "delete the copy"))
