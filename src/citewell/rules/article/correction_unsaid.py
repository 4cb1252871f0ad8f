"""An article was corrected after the date of its last change.

The date at the top of an article tells readers how recent it is. If it is older than a correction, it says that nothing
has changed since then, and hides that the article used to say something else.

Fix it by writing the day of the newest correction, or a later one, as `updated`.

Wrong:

```markdown
---
published: 2026-01-10
updated: 2026-02-15
corrections:
  - date: 2026-03-01
    text: An earlier version gave a wrong duration for the pain.
---
```

Right:

```markdown
---
published: 2026-01-10
updated: 2026-03-01
corrections:
  - date: 2026-03-01
    text: An earlier version gave a wrong duration for the pain.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.rules.poison import rests_on_key
from citewell.rules.rule import Finding, article_rule

_FIRST: Final = "first correct the date of the correction, which is in the future"


@article_rule("ART025")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An update older than the newest correction, or an article that was corrected and has no update."""
    article = numbered.article
    if not article.front.corrections:
        return
    newest, updated = article.front.newest_corrections[0].date, article.front.updated
    to_come = newest.day > context.today
    if updated is not None and updated.day < newest.day:
        yield Finding(
            article.locate(updated.span),
            f"the article was corrected on {newest.day.isoformat()}, after this date of its last change",
            _FIRST if to_come else f'write "updated: {newest.day.isoformat()}"',
        )
    elif updated is None and article.kind is ArticleKind.ARTICLE:
        yield Finding(
            article.locate(newest.span),
            "the article was corrected, but does not say when it last changed",
            _FIRST if to_come else f'add the line "updated: {newest.day.isoformat()}"',
            premises=rests_on_key(article, "updated"),
        )
