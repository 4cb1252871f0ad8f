"""An article or page has no description.

Search engines and lists show it below the title, and many readers decide by it whether this is what they need.
Without it a machine picks any sentence.

Fix it by a line `description:` in the front matter: one sentence that says what the page answers.

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
description: Which lumps need to be seen by a doctor, and how soon.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.rules.missing import absence
from citewell.rules.rule import Finding, article_rule


@article_rule("ART003")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """A document without description."""
    article = numbered.article
    if article.front.description is None and (lack := absence(article, "description")):
        way = f'{lack.ask("go on with")} "description: …", one sentence that says what the page answers'
        yield Finding(lack.place, "there is no description", way)
