"""A required key is missing.

A page without a title, a person without a name or a reference without an id cannot be shown.

Fix it by adding the line.

Wrong:

```yaml
people:
  - id: editorial-team
```

Right:

```yaml
people:
  - id: editorial-team
    name: Editorial team
```
"""

from citewell.model.problems import Problem
from citewell.model.yaml_problems import MissingKey
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding


@wording_rule("SRC014", MissingKey)
def rule(problem: Problem[MissingKey], _context: ProblemContext) -> Finding:
    """A missing key, unless it is there with a typing error or in the wrong place: that is already reported."""
    key = problem.facts.key
    return Finding(
        problem.location,
        f'"{key}" is missing',
        f'add a line "{key}: …" with its value',
        premises=(rests_on_lines(Matter.KEY, problem.location, key),),
    )
