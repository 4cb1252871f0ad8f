"""An article was updated, corrected or withdrawn before it was published.

One of the two dates is wrong, and readers cannot know which.

Fix it by writing the right days. `updated` is the day of the last change in meaning.

Wrong:

```markdown
---
published: 2026-02-15
updated: 2025-03-01
---
```

Right:

```markdown
---
published: 2025-02-15
updated: 2026-03-01
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Finding, article_rule


@article_rule("ART013")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An update, a correction or a withdrawal earlier than the publication."""
    article = numbered.article
    front, published = article.front, article.front.published
    later = (
        ("updated", front.updated),
        ("withdrawn", front.withdrawal.date if front.withdrawal else None),
        *(("corrected", correction.date) for correction in front.corrections),
    )
    for done, placed in later:
        if published is not None and placed is not None and placed.day < published.day:
            yield Finding(
                article.locate(placed.span),
                f"the article was {done} on {placed.day.isoformat()}, before it was published on "
                f"{published.day.isoformat()}",
                "correct one of the two days",
            )
