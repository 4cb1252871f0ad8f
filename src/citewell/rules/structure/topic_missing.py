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

from citewell.citations.number import NumberedArticle
from citewell.model.slugs import slug_of
from citewell.rules.rule import Context, Finding, article_rule
from citewell.rules.structure.required_keys import required_key

_without_topics = required_key(
    "ART010", "topics", "this article has no topic", ("write one between the brackets", ': "topics: [back pain]"')
)


@article_rule("ART010")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """An article without topics, and every topic without a letter or figure."""
    yield from _without_topics.check(numbered, context)
    article = numbered.article
    for topic in article.front.topics:
        if not slug_of(topic.text):
            message = f'the topic "{topic.text}" has neither letters nor figures, so it can have no page'
            yield Finding(article.locate(topic.span), message, "name it in words, or delete it")
