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

from citewell.model.yaml_problems import MarkupInPlainText
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "CIT031",
    MarkupInPlainText,
    message=lambda it: f'"{shortened(it.characters)}" would be shown as it stands; this is plain text',
    hint="write it without citations, links, tags, and signs that make words bold",
)
