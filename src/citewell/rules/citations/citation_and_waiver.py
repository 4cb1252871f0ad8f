"""A sentence has a source and also says that it has none.

One of the two is wrong, and readers cannot know which.

Fix it by deleting one of them. If half of the sentence has a source, make it two sentences.

Wrong:

```markdown
Most lumps are not cancer. [@example-page] [no source: advice]
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
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT007")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every claim with both a source that supports it and a waiver; what is only background may be named, too."""
    article = numbered.article
    for claim in article.claims:
        if claim.supporting and claim.waivers:
            yield Finding(
                article.locate(claim.waivers[0].span),
                "this says that the sentence has no source, but it has one",
                "delete one of the two, or make it two sentences",
            )
