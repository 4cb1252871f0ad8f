"""The only source of a sentence supports it in part.

`[partly @key]` says that a source supports some of a sentence, and readers see that. They do not see which part, nor
what the rest relies on.

Fix it by writing only what the source says, or by citing another source for the rest. Two sentences, each with its own
source, are often clearer.

Wrong:

```markdown
Most lumps are soft and harmless. [partly @example-page]
```

Right:

```markdown
Most lumps are soft and harmless. [partly @example-page; partly @example-review]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.inlines import Intent
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("CIT056", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every claim with one source that supports it, and that only in part."""
    article = numbered.article
    for claim in article.claims:
        if [item.intent for item in claim.supporting] == [Intent.PARTLY]:
            yield Finding(
                article.locate(claim.span),
                f'the only source of this sentence supports it in part: "{shortened(claim.text)}"',
                "write only the part that it supports, or cite another source for the rest",
            )
