"""A citation, or a reason for having none, is at the start of a paragraph, list item, cell or title.

A citation belongs to the sentence before it. Without one, it supports nothing, and the sentence after it has no source.

Fix it by moving the citation to the end of its sentence.

Wrong:

```markdown
[@example-page] Most lumps are not cancer.
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.blocks import Role
from citewell.model.inlines import Break, Citation, Inline, Text, Waiver, walk_leaves
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT006")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every run of text whose first thing is a mark; a heading's marks have a rule of their own."""
    article = numbered.article
    for run in article.prose:
        first = None if run.role is Role.HEADING else _first(run.inlines)
        if isinstance(first, Citation | Waiver):
            yield Finding(
                article.locate(first.span),
                "this citation has no sentence before it",
                "put it after the full stop of the sentence it supports",
            )


def _first(inlines: tuple[Inline, ...]) -> Inline | None:
    """The first thing in the text that is not white space."""
    for leaf in walk_leaves(inlines):
        if not isinstance(leaf, Break) and not (isinstance(leaf, Text) and not leaf.text.strip()):
            return leaf
    return None
