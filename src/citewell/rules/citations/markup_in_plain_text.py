"""A word of the glossary, or a text of the interface, holds a citation or signs of Markdown or HTML.

What stands in `glossary.yml` and `words.yml` is plain text: readers would see the signs as they stand, on every page
that shows it.

Fix it by leaving the signs out. A statement that needs a source belongs into an article.

Wrong:

```yaml
terms:
  - term: biopsy
    plain: a *small* sample of tissue [@example-page]
```

Right:

```yaml
terms:
  - term: biopsy
    plain: a small sample of tissue
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "CIT031",
    "markup-in-plain-text",
    '"{short}" would be shown as it stands; this is plain text',
    "write it without citations, links, tags, and signs that make words bold",
)
