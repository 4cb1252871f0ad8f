"""A picture has no alternative text.

People who cannot see the picture hear or read that text instead. Without it they learn only that something is there.

Fix it by saying in a few words what the picture shows: `alt:` below `illustration:`, or the words in the brackets of
a figure.

Wrong:

```markdown
:::{figure}
![](disc.svg)
:::
```

Right:

```markdown
:::{figure}
![Two discs between three bones of the spine](disc.svg)
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.rules.pictures import pictures_named
from citewell.rules.poison import rests_on_key
from citewell.rules.rule import Finding, article_rule


@article_rule("ACC001")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every picture of a figure or the front matter without words."""
    article = numbered.article
    for named in pictures_named(article):
        if not named.alt:
            hint = (
                "write what it shows between the brackets"
                if named.in_text
                else 'write what it shows after "alt:", below "file:"'
            )
            premises = () if named.in_text else rests_on_key(article, "alt")
            place = article.locate(named.span)
            yield Finding(place, "this picture has no alternative text", hint, premises=premises)
