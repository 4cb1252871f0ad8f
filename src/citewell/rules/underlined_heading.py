"""A line of hyphens or equals signs stands directly under a text.

Markdown makes the text above it a heading, and a heading needs no source: a statement would stop being one.

Mend it by deleting the line, or by writing a heading with `##`.

Wrong:

```markdown
Most lumps are not cancer.
---
```

Right:

```markdown
## How often a lump is cancer

Most lumps are not cancer. [@example-page]
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SEC005",
    "underlined-heading",
    'the line below would turn this text into a heading: "{short}"',
    "put an empty line between them, or write the heading with ##",
)
