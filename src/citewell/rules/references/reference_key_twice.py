"""Two references have the same key.

A citation names its reference by the key alone, so with two of them nobody can tell which work supports a statement.
Until this is fixed, the first one is used.

Fix it by giving one of them another `id:` and correcting the citations that mean it, or delete it if it is a copy.

Wrong:

```yaml
- id: example-page
  title: Lumps
- id: example-page
  title: Lumps in children
```

Right:

```yaml
- id: example-page
  title: Lumps
- id: example-page-children
  title: Lumps in children
```
"""

from citewell.model.problems import Problem
from citewell.model.yaml_problems import DuplicateReferenceKey
from citewell.rules.problem_rule import ProblemContext, repair, wording_rule
from citewell.rules.rule import Finding, fixable


@fixable
@wording_rule("REF007", DuplicateReferenceKey)
def rule(problem: Problem[DuplicateReferenceKey], _context: ProblemContext) -> Finding:
    """The key and where the first is; one that is a copy of it, line by line, can go."""
    facts = problem.facts
    message = f'the key "{facts.key}" is taken: the reference at {facts.first} has it'
    return Finding(
        problem.location,
        message,
        "give this one another id, or delete it if it is a copy",
        repair(problem, "delete the copy"),
    )
