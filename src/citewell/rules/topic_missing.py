"""An article has no topic.

Readers find articles on the page of their topic; one without a topic is in no list but that of all articles.

Mend it by a line `topics:` in the front matter.

Wrong:

```markdown
---
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
topics: [soft tissue sarcoma]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.rules.absent import absence
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("ART010")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """An article without topics."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and not article.front.topics
    if wanted and (lack := absence(article, "topics")):
        way = f'{lack.ask("write one between the brackets")}: "topics: [back pain]"'
        yield Finding(lack.place, "this article has no topic", way)
