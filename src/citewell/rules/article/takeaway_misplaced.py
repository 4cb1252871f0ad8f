"""A takeaway is not at the start of the article, or the article has two.

Readers look for the answer at the beginning, and only there. There is a separate block for points to remember at the
end.

Fix it by moving the takeaway to the beginning. For the end use `key-takeaways`.

Wrong:

```markdown
## How often a lump is cancer

Most lumps are not cancer. [@example-page]

:::{takeaway}
See a doctor about a lump that grows. [@example-review]
:::
```

Right:

```markdown
:::{takeaway}
See a doctor about a lump that grows. [@example-review]
:::

## How often a lump is cancer

Most lumps are not cancer. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import NumberedArticle
from citewell.rules.poison import rests_on_front_matter
from citewell.rules.rule import Finding, article_rule


@article_rule("ART002")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every takeaway that is not the first block."""
    article = numbered.article
    first = article.body[0] if article.body else None
    for node in article.nodes:
        if isinstance(node, Takeaway) and node is not first:
            second = isinstance(first, Takeaway)
            yield Finding(
                article.locate(node.span),
                "this is a second takeaway" if second else "the takeaway is not at the beginning",
                "for what to remember at the end, use :::{key-takeaways}"
                if second
                else "move it above everything else",
                premises=() if second else (rests_on_front_matter(article),),
            )
