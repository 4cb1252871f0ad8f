"""A published article has no date.

Health advice goes out of date. Readers must see how old an article is.

Fix it by adding a line `published:` to the front matter, with the day on which the article was or will be published.

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

from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.rules.missing import absence
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("ART011")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """An article that is not a draft and has no day of publication."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and article.front.status is not PublicationStatus.DRAFT
    if wanted and article.front.published is None and (lack := absence(article, "published")):
        way = f'{lack.ask("write a day,")} such as "published: 2026-02-15"'
        yield Finding(lack.place, "this article has no date of publication", way)
