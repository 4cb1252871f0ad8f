"""A cell of a comparison has no source.

A comparison makes two statements in each row, one for each side. If only one side has a source, readers assume that the
other is just as certain.

Fix it by giving the cell its source or its reason, or by leaving the row out.

Wrong:

```markdown
:::{comparison} Two kinds of pain
- Feature
  - Tumour-related pain
  - Common back pain
- How it starts
  - It often starts gradually. [@example-page]
  - It often follows strain.
:::
```

Right:

```markdown
:::{comparison} Two kinds of pain
- Feature
  - Tumour-related pain
  - Common back pain
- How it starts
  - It often starts gradually. [@example-page]
  - It often follows strain. [@example-review]
:::
```
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.table import Row, Table
from citewell.citations.number import NumberedArticle
from citewell.model.claims import Claim
from citewell.model.inlines import join_text
from citewell.rules.missing import find_uncited_claims, rests_on_marks
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("ART005")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every claim of a comparison that has neither citation nor waiver, with its row and column."""
    article = numbered.article
    cells = [
        (cell, row, table.columns[number].inlines if number < len(table.columns) else ())
        for table in article.nodes
        if isinstance(table, Table) and table.name == "comparison"
        for row in table.rows
        for number, cell in enumerate(row.cells, start=1)
    ]
    starts = [cell.span.start for cell, _, _ in cells]
    for claim in find_uncited_claims(article):
        if claim.block != "comparison":
            continue
        _, row, column = cells[bisect_right(starts, claim.span.start) - 1]
        yield Finding(
            article.locate(claim.span),
            _message(claim, row, join_text(column)),
            "add its source or its reason, or leave the row out",
            premises=rests_on_marks(article, claim),
        )


def _message(claim: Claim, row: Row, column: str) -> str:
    named = f' of the row "{shortened(join_text(row.head.inlines))}"' if row.head else ""
    return f'under "{shortened(column)}"{named} this has no source: "{shortened(claim.text)}"'
