"""A text of glossary, settings, people or interface holds a citation or characters of Markdown or HTML.

The texts of `glossary.yml`, `site.yml`, `people.yml` and `words.yml` are plain, and so are the reasons for citing a
work in spite of a finding: readers would see the characters as they are, on every page that shows the text.

Fix it by leaving the characters out. A statement that needs a source belongs in an article.

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
    message=lambda it: f'"{shortened(it.characters)}" would be shown as it is; this is plain text',
    hint="write it without citations, links, tags, and characters that make words bold",
)
