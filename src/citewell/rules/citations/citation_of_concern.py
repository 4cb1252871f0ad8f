"""A statement rests on a work about which its publisher has expressed concern.

An expression of concern says that something may be wrong with the work and is being looked into. It often ends in a
retraction, and often does not. Until then a health statement should not rest on it alone. It is a warning, and an error
with `--release`.

Fix it by reading the notice, and citing another work. If the sentence may stay as it is, say so under `accepted:` of
the reference, with the reason, who decided and the day. Readers see the notice in any case.

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

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.evidence import NoticeKind
from citewell.rules.citations.notices import doubted
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT023", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a reference with an expression of concern."""
    for use in doubted(numbered, context, NoticeKind.CONCERN):
        yield use.finding(
            "is in doubt: its publisher expressed concern",
            'cite another work for this sentence, or say under "accepted:" of the reference why it may stay',
        )
