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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC010", "yaml-many-documents", "{detail}", "delete the line of three hyphens")
