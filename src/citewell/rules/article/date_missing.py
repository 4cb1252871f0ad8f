"""A published article has no date.

Health advice ages. Readers must see from when an article is.

Fix it by a line `published:` in the front matter, with the day on which it was or will be published.

Wrong:

```markdown
---
title: When should a lump be checked?
status: published
---
```

Right:

```markdown
---
title: When should a lump be checked?
status: published
published: 2026-02-15
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.rules.missing import absence
from citewell.rules.rule import Finding, article_rule


@article_rule("ART011")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An article that is no draft and has no day of publication."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and article.front.status is not PublicationStatus.DRAFT
    if wanted and article.front.published is None and (lack := absence(article, "published")):
        way = f'{lack.ask("write a day,")} such as "published: 2026-02-15"'
        yield Finding(lack.place, "this article has no date of publication", way)
