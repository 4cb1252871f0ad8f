"""A statement rests on a work to which a correction was published.

Most corrections change the spelling of a name. Some change the very number that a sentence states.

Fix it by reading the correction. If the sentence still holds, say so under `accepted:` of the reference, with the
reason, who decided and the day; if not, correct the sentence first. A correction that comes later needs a new day.

Wrong: `[@example-study]`, while `content_src/references.lock` holds a correction that nobody has read.

Right:

```yaml
custom:
  accepted:
    - finding: correction
      reason: It changes the address of an author.
      by: editorial-team
      date: 2026-02-01
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.evidence import NoticeKind
from citewell.rules.citations.notices import doubted
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT025", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a corrected reference."""
    for use in doubted(numbered, context, NoticeKind.CORRECTION):
        yield use.finding(
            "was corrected",
            'if the sentence still holds, say so under "accepted:" of the reference, with today\'s date',
        )
