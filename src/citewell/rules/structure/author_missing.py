"""An article names no author.

Readers of health pages want to know who wrote them, and whom to tell about a mistake.

Fix it by adding a line `authors:` to the front matter, with ids from `content_src/people.yml`.

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
authors: [editorial-team]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.rules.missing import absence
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("ART009")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """An article without authors."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and not article.front.authors
    if wanted and (lack := absence(article, "authors")):
        way = f'{lack.ask("write")} "authors: [id]" with ids from people.yml'
        yield Finding(lack.place, "this article names no author", way)
