"""A key that has to be there is not.

A page without a title, a person without a name or a reference without an id cannot be shown.

Mend it by adding the line.

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

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC014", "missing-key", '"{detail}" is missing', 'add a line "{detail}: …" with its value')
