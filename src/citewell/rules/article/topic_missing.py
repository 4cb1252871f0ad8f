"""An article has no topic, or one that can have no page.

Readers find articles on the page of their topic; one without a topic is in no list but that of all articles. The page's
address is made of the letters and figures of the topic, so there must be some.

Fix it by a line `topics:` in the front matter.

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

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.model.slugs import make_slug
from citewell.rules.missing import absence
from citewell.rules.rule import Finding, article_rule


@article_rule("ART010")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An article without topics, and every topic without a letter or figure."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and not article.front.topics
    if wanted and (lack := absence(article, "topics")):
        way = f'{lack.ask("write one between the brackets")}: "topics: [back pain]"'
        yield Finding(lack.place, "this article has no topic", way)
    for topic in article.front.topics:
        if not make_slug(topic.text):
            message = f'the topic "{topic.text}" has neither letters nor figures, so it can have no page'
            yield Finding(article.locate(topic.span), message, "name it in words, or delete it")
