"""A sentence has sources, but none of them supports it.

A source that contradicts a sentence, or is only background reading, is worth naming; it does not show that the sentence
is true. Readers who see a small number take the sentence for supported.

Fix it by citing a source that says what the sentence says, beside the others. If there is none, write what the source
says instead; a sentence that nothing supports has to go.

Wrong:

```markdown
Rest cures back pain. [contradicts @example-review]
```

Right:

```markdown
Rest does not cure back pain. [@example-review]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.claims import Claim, Status
from citewell.model.inlines import Intent
from citewell.rules.missing import rests_on_marks
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("CIT055")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every claim whose sources all contradict it or are background."""
    article = numbered.article
    for claim in article.claims:
        if claim.status is Status.UNCITED and claim.citations:
            yield Finding(
                article.locate(claim.span),
                f'{_describe_sources(claim)}, so nothing supports it: "{shortened(claim.text)}"',
                "cite a source that says this, [@key], or write what the source says instead",
                premises=rests_on_marks(article, claim),
            )


def _describe_sources(claim: Claim) -> str:
    against = sum(item.intent is Intent.CONTRADICTS for item in claim.citations)
    if not against:
        return "this sentence has only background reading as its source"
    if len(claim.citations) == 1:
        return "the only source of this sentence contradicts it"
    others = "" if against == len(claim.citations) else " or are background reading"
    return f"the sources of this sentence contradict it{others}"
