"""Lines have tabs between their words, as the rows of a table pasted from Word, Outlook or Google Docs.

They run together into one paragraph: readers cannot tell which cell belongs to which column, and one source at the end
would count for all of the table.

Fix it by writing the table with `|` between its cells, a row of hyphens below the first row, and brackets in each cell
that states something; or as a comparison. Where all rows have as many cells and the first one names the columns,
`citewell check --fix` writes it so.

Wrong: `Medicine`, a tab and `How often`, and below it `Example tablets`, a tab and `Once a day [@example-page]`.

Right:

```markdown
| Medicine | How often |
|---|---|
| Example tablets | Once a day [@example-page] |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.markup.pasted import find_pasted_table, write_pasted_table
from citewell.model.source_location import Span
from citewell.rules.paragraph_fix import replace_paragraph
from citewell.rules.rule import Finding, article_rule, fixable


@fixable
@article_rule("ART070")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """The first such table of each run of text."""
    article = numbered.article
    for run in article.prose:
        text = article.source.text[slice(*run.span)]
        table = find_pasted_table(text) if "\t" in text else None
        if table is None:
            continue
        start = run.span.start + table.start
        is_whole = table.start == 0 and not text[table.end :].strip()
        rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"
        yield Finding(
            article.locate(Span(start, run.span.start + table.end)),
            f"{rows} with tabs between the words: this was a table, and readers would see one paragraph",
            'put "|" between the cells and a row of hyphens below the first row, and name a source in each cell',
            replace_paragraph(article.source, run, write_pasted_table(table) if is_whole else None, "make it a table"),
        )
