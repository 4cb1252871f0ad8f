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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "CIT031",
    "markup-in-plain-text",
    '"{short}" would be shown as it stands; this is plain text',
    "write it without citations, links, tags, and characters that make words bold",
)
