"""A citation, or a reason for having none, is in a heading.

A heading names what follows and states nothing, so it cannot be supported. In the table of contents, the citation would
be lost.

Fix it by moving the citation to the sentence below that it supports.

Wrong:

```markdown
## Most lumps are harmless [@example-page]
```

Right:

```markdown
## How often a lump is harmless

Most lumps are harmless. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.blocks import Role
from citewell.model.inlines import Citation, Waiver, walk_leaves
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT005")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every mark in a heading."""
    article = numbered.article
    for run in article.prose:
        for leaf in walk_leaves(run.inlines) if run.role is Role.HEADING else ():
            if isinstance(leaf, Citation | Waiver):
                yield Finding(
                    article.locate(leaf.span),
                    "a heading makes no statement, so it cannot have a citation or a reason",
                    "move this to the sentence below that it belongs to",
                )
