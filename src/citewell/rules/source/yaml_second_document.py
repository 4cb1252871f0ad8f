"""A line of three hyphens begins a second document in a file that holds one.

What follows would not be read.

Fix it by deleting the line.

Wrong:

```yaml
people:
  - id: one
    name: One
---
people:
  - id: two
    name: Two
```

Right:

```yaml
people:
  - id: one
    name: One
  - id: two
    name: Two
```
"""

from citewell.model.yaml_problems import SecondDocument
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC010",
    SecondDocument,
    message="a second YAML document begins here",
    hint="keep one document in each file, and delete this line of three hyphens",
)
