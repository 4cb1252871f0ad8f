"""A statement cites a work about which its publisher has expressed concern.

An expression of concern says that something may be wrong with the work and that somebody is investigating. It may or
may not end in a retraction. Until then, a health statement should not rely on it alone. It is a warning, and an error
with `--release`.

Fix it by reading the notice, and citing another work. If the sentence may stay as it is, say so under `accepted:` of
the reference, with the reason, who decided and the date. Readers always see the notice.

Wrong: `[@example-study]`, while `content_src/references.lock` holds an expression of concern about it.

Right: `[@example-review]`, or this in the reference:

```yaml
custom:
  accepted:
    - finding: expression-of-concern
      reason: It is about a figure that we do not use.
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


@article_rule("CIT023", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every use of a reference with an expression of concern."""
    for use in doubted(numbered, context, NoticeKind.CONCERN):
        yield use.finding(
            "is in doubt: its publisher has expressed concern",
            'cite another work for this sentence, or say under "accepted:" of the reference why it may stay',
        )
