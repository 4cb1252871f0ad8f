"""A sentence states two certainties.

The certainty of the evidence (`[certainty: low, @key]`) belongs to the whole sentence, so there is one. Of two,
readers would see only the first.

Fix it by deleting one of them. If two sources judge the evidence differently, write two sentences, each with its own
source and certainty.

Wrong:

```markdown
Exercise helps a little. [certainty: low, @example-review] [certainty: moderate, @example-page]
```

Right:

```markdown
Exercise helps a little. [certainty: low, @example-review; @example-page]
```
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle, citations_in_text
from citewell.model.inlines import Citation
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT057")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every certainty in the marks of a claim that has one already."""
    article = numbered.article
    starts = sorted(claim.span.start for claim in article.claims)
    first: dict[int, Citation] = {}
    for citation in (each for each in citations_in_text(article) if each.certainty):
        other = first.setdefault(bisect_right(starts, citation.span.start), citation)
        if other is not citation:
            yield Finding(
                article.locate(citation.items[0].span),
                f'this sentence states its certainty twice: "{other.certainty}" and "{citation.certainty}"',
                "keep one, or write two sentences, each with its source and certainty",
            )
