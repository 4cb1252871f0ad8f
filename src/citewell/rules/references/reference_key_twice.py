"""Two references have the same key.

A citation names its reference by the key alone, so with two of them nobody can tell which work a statement stands on.
The first one read is taken until then.

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

from citewell.rules.rule import fixable, flaw_rule

rule = fixable(
    flaw_rule(
        "REF007",
        "duplicate-reference-key",
        'the key "{detail}" is taken: the reference at {suggestion} has it',
        "give this one another id, or delete it if it is a copy",
    )
)
