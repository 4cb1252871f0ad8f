"""A statement cites a work that was corrected after publication.

Most corrections change the spelling of a name. Some change exactly the number that a sentence gives.

Fix it by reading the correction. If the sentence still holds, say so under `accepted:` of the reference, with the
reason, who decided and the date; if not, correct the sentence first. A later correction needs a new date.

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

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.evidence import NoticeKind
from citewell.rules.claims.notices import doubted
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("CIT025", Severity.WARNING)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every use of a corrected reference."""
    for use in doubted(numbered, context, NoticeKind.CORRECTION):
        yield use.finding(
            "was corrected",
            'if the sentence is still right, say so under "accepted:" of the reference, with today\'s date',
        )
