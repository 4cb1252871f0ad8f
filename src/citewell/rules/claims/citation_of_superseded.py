"""A statement cites a work that a newer one has replaced.

A replaced guideline says what doctors used to do. On this point, the new one may say the same, or the opposite. It is a
warning, and an error with `--release`.

Fix it by reading the new work: if it says the same, cite it instead; if not, correct the sentence. If you need the
older one, for example for its history, say so under `accepted:` of the reference, with the reason, who decided and the
date.

Wrong: `[@example-guideline-2009]`, while `content_src/references.lock` says that it was superseded.

Right: `[@example-guideline-2024]`, or this in the reference:

```yaml
custom:
  accepted:
    - finding: superseded
      reason: The sentence is about the advice of that time.
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


@article_rule("CIT024", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every use of a superseded reference."""
    for use in doubted(numbered, context, NoticeKind.SUPERSEDED):
        way = "if the newer work says the same, cite it instead"
        yield use.finding("was superseded", way, behind="what replaced it")
