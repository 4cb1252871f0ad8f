"""The front matter has an `emergency_link`, and the article has no emergency card.

The link below the takeaway leads to the article's first emergency card. Without a card, the link has no target and is
not shown, and people who need help at once cannot find out how to get it.

Fix it by writing the card, or by deleting the line.

Wrong: the front matter has the line `emergency_link: "Numbness? See when to call 999"`, and the only card is
`:::{urgent}`.

Right: the same line, and in the text

```markdown
:::{emergency} Call 999 if you have back pain and
- numbness around your genitals or buttocks [@nhs-back-pain]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.card import find_emergency_card
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.rules.poison import rests_on_block
from citewell.rules.rule import Finding, article_rule


@article_rule("ART018", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """The link without a card; silent where a card was meant and went wrong."""
    article = numbered.article
    link = article.front.emergency_link
    if link and not find_emergency_card(article.body):
        yield Finding(
            article.locate(link.span),
            "this link is not shown, because the article has no emergency card",
            "write a card that begins with :::{emergency}, or delete this line",
            premises=(rests_on_block(article, "emergency"),),
        )
