"""A picture is on another site.

A page must not load anything from other sites: the other site would learn who reads about which disease, and could
change the picture at any time.

Fix it by putting a copy of the picture beside the article, if its licence allows that, and writing its file name.

Wrong:

```markdown
:::{figure}
![Side view of the lower spine](https://pictures.example/spine.png)
:::
```

Right:

```markdown
:::{figure}
![Side view of the lower spine](spine.png)
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.rules.pictures import is_remote, pictures_named
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("SEC006")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every picture of a figure or the front matter whose address leads out of the site."""
    article = numbered.article
    for named in pictures_named(article):
        if is_remote(named.file):
            yield Finding(
                article.locate(named.span),
                f'the picture "{shortened(named.file)}" is on another site',
                "put a copy of it beside the article and write its file name",
            )
