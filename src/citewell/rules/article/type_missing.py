"""An article does not say what it is about: a condition, a symptom, a test or a treatment.

Where `evidence_for` in `content_src/site.yml` says what articles must stand on, it does so by their type. An article
without one escapes it. Without `evidence_for` there is no such finding.

Fix it by a line `type:` in the front matter.

Wrong:

```markdown
---
title: Do I need an MRI for back pain?
---
```

Right:

```markdown
---
title: Do I need an MRI for back pain?
type: test
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.rules.missing import absence
from citewell.rules.rule import Finding, article_rule


@article_rule("ART034", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article without a type, on a site that asks for evidence by type."""
    article = numbered.article
    asked = article.kind is ArticleKind.ARTICLE and article.front.status is not PublicationStatus.WITHDRAWN
    if not asked or article.front.type or not context.settings.policies.evidence_for:
        return
    if lack := absence(article, "type"):
        way = f'{lack.ask("write it after the colon")}: "type: symptom", or condition, test, treatment'
        yield Finding(lack.place, "this article does not say what type it is, so no evidence is asked of it", way)
