"""An article names no author.

Readers of health pages want to know who says so, and whom to tell about a mistake.

Fix it by a line `authors:` in the front matter with ids from `content_src/people.yml`.

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

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.rules.missing import absence
from citewell.rules.rule import Finding, article_rule


@article_rule("ART009")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An article without authors."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and not article.front.authors
    if wanted and (lack := absence(article, "authors")):
        way = f'{lack.ask("write")} "authors: [id]" with ids from people.yml'
        yield Finding(lack.place, "this article names no author", way)
