"""A column or row of a table has no heading.

People who listen to a page hear the headings with each cell. Without them, a cell is a word without meaning.

Fix it by naming each column, the first one too ("Feature", "Sign"), and each row.

Wrong:

```markdown
| | When to get help |
|--|------------------|
| Fever | Today [@example-page] |

Table: Which sign needs help, and how soon
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
from citewell.model.article import Article
from citewell.model.inlines import join_text
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.rule import Finding, article_rule


@article_rule("ACC004")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every empty head of a column, and every row without one."""
    article = numbered.article
    for table in article.nodes:
        if isinstance(table, Table):
            yield from _check_columns(article, table)
            for row in table.rows:
                if not row.head or not join_text(row.head.inlines):
                    place = article.locate(row.span)
                    yield Finding(
                        place,
                        "this row has no heading",
                        "write in its first cell what the row is about",
                        premises=(rests_on_lines(Matter.ROW, place),),
                    )


def _check_columns(article: Article, table: Table) -> Iterator[Finding]:
    for number, head in enumerate(table.columns, start=1):
        if not join_text(head.inlines):
            place = article.locate(head.span)
            yield Finding(place, f"column {number} has no heading", "write what this column is about")
