"""An article has no takeaway.

The takeaway gives the answer in two or three sentences, at the start of the article. Many readers read nothing else, so
every article needs one.

Fix it by beginning the article with one.

Wrong:

```markdown
## How often a lump is cancer

Most lumps are not cancer. [@example-page]
```

Right:

```markdown
:::{takeaway}
Most lumps are not cancer. [@example-page]
See a doctor about a lump that grows. [@example-review]
:::

## How often a lump is cancer
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.rules.missing import locate_body
from citewell.rules.poison import rests_on_block, rests_on_front_matter
from citewell.rules.rule import Finding, article_rule


@article_rule("ART001")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An article none of whose blocks is a takeaway; silent where one was meant and went wrong."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    if not any(isinstance(node, Takeaway) for node in article.body):
        yield Finding(
            locate_body(article),
            "this article has no takeaway",
            "start it with :::{takeaway}, the answer in two or three sentences, and :::",
            premises=(rests_on_front_matter(article), rests_on_block(article, "takeaway")),
        )
