r"""HTML tags and comments are not part of the content language.

A tag can hide a statement from the checks, break the page, or run a script. Everything a page needs has a block or a
Markdown sign of its own.

Mend it by taking the tag out; to show a `<` sign itself, write `\<`.

Wrong:

```markdown
Most lumps are <b>not</b> cancer. [@example-page]
```

Right:

```markdown
Most lumps are **not** cancer. [@example-page]
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SEC001",
    "raw-html",
    "HTML is not allowed here: {short}",
    r"take it out; for the sign itself write \<",
)
