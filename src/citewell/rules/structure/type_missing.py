"""An article does not say what it is about: a condition, a symptom, a test or a treatment.

`evidence_for` in `content_src/site.yml` sets the required evidence by the type of article. An article without a type
escapes this requirement. Without `evidence_for`, the rule finds nothing.

Fix it by adding a line `type:` to the front matter.

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

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.rules.missing import absence
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("ART034", Severity.WARNING)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """An article without a type, on a site that asks for evidence by type."""
    article = numbered.article
    asked = article.kind is ArticleKind.ARTICLE and article.front.status is not PublicationStatus.WITHDRAWN
    if not asked or article.front.type or not context.site.settings.policies.evidence_for:
        return
    if lack := absence(article, "type"):
        way = f'{lack.ask("write it after the colon")}: "type: symptom", or condition, test, treatment'
        yield Finding(lack.place, "this article does not give its type, so no evidence is required of it", way)
