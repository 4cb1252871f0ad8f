"""A table has no caption.

The caption says what is compared. People who listen to the page hear it first, and use it to decide whether to go
through the rows.

Fix it by adding words after `:::{comparison}`, or a line `Table: …` after a table with pipes.

Wrong:

```markdown
| Sign | When to get help |
|------|------------------|
| Fever | Today [@example-page] |
```

Right:

```markdown
| Sign | When to get help |
|------|------------------|
| Fever | Today [@example-page] |

Table: Which sign needs help, and how soon
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.table import Table
from citewell.citations.number import NumberedArticle
from citewell.model.inlines import join_text
from citewell.rules.rule import Finding, article_rule


@article_rule("ACC003")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every table or comparison without a caption."""
    article = numbered.article
    for table in article.nodes:
        if isinstance(table, Table) and not (table.caption and join_text(table.caption.inlines)):
            listed = table.name == "comparison"
            hint = "write it after :::{comparison}" if listed else 'write it below the table, after "Table: "'
            yield Finding(article.locate(table.span), f"this {table.name} has no caption", hint)
