"""An article has no topic, or a topic that cannot have a page.

Readers find articles on the page of their topic; an article without one appears only in the list of all articles. The
page's address is made from the letters and digits of the topic, so it needs at least one.

Fix it by adding a line `topics:` to the front matter.

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
from citewell.model.slugs import slug_of
from citewell.rules.missing import absence
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("ART010")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """An article without topics, and every topic without a letter or figure."""
    article = numbered.article
    wanted = article.kind is ArticleKind.ARTICLE and not article.front.topics
    if wanted and (lack := absence(article, "topics")):
        way = f'{lack.ask("write one between the brackets")}: "topics: [back pain]"'
        yield Finding(lack.place, "this article has no topic", way)
    for topic in article.front.topics:
        if not slug_of(topic.text):
            message = f'the topic "{topic.text}" has no letters or digits, so it cannot have a page'
            yield Finding(article.locate(topic.span), message, "name it in words, or delete it")
