"""A row of a table has too few cells, too many, or an empty one, or the table has one column only.

A missing cell moves the others under the wrong head; an empty one leaves readers guessing whether the answer is "no",
"none" or "not known". The first column names the rows: a table without a second column makes no statement that could
have a source.

Fix it by writing one cell for each heading. If nothing is known, say so, or leave the row out. Write a single column as
a list.

Wrong:

```markdown
| Sign | When to get help |
|------|------------------|
| Fever | |

Table: When to get help
```

Right:

```markdown
| Sign | When to get help |
|------|------------------|
| Fever | Today [@example-page] |

Table: When to get help
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.table import Row, Table
from citewell.citations.number import NumberedArticle
from citewell.model.article import Article
from citewell.model.inlines import join_text, walk_leaves
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.rule import Finding, article_rule


@article_rule("ART006")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every row whose cells are not as many as the heads, every empty cell, and every table of one column."""
    article = numbered.article
    for table in article.nodes:
        if isinstance(table, Table) and table.name == "table" and len(table.columns) == 1:
            yield Finding(
                article.locate(table.span),
                "this table has one column, and the first column only names the rows",
                "write it as a list, or give it a second column",
            )
        elif isinstance(table, Table):
            for row in table.rows:
                yield from _check_row(article, table, row)


def _check_row(article: Article, table: Table, row: Row) -> Iterator[Finding]:
    premises = (rests_on_lines(Matter.ROW, article.locate(row.span)),)
    wanted, there = len(table.columns) - 1, len(row.cells)
    if there != wanted:
        yield Finding(
            article.locate(row.span),
            f"besides its heading, this row has {_count_cells(there)}, "
            f"but the table has headings for {_count_cells(wanted)}",
            "write one cell for each heading",
            premises=premises,
        )
        return
    for cell, head in zip(row.cells, table.columns[1:], strict=True):
        if not any(walk_leaves(cell.inlines)):
            yield Finding(
                article.locate(cell.span if cell.span.start < cell.span.end else row.span),
                f'the cell under "{join_text(head.inlines)}" is empty',
                "say what is known, or leave the row out",
                premises=premises,
            )


def _count_cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count or 'no'} cells"
