"""A statement rests on a work that a newer one has taken the place of.

A guideline that was replaced says what doctors did before. What it says of this point may be the same in the new one,
or the opposite. It is a warning, and an error with `--release`.

Fix it by reading the new work: if it says the same, cite it instead; if not, correct the sentence. Who needs the older
one, for what was thought then, says so under `accepted:` of the reference, with the reason, who decided and the day.

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

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.evidence import NoticeKind
from citewell.rules.citations.notices import doubted
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT024", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a superseded reference."""
    for use in doubted(numbered, context, NoticeKind.SUPERSEDED):
        way = "see whether the newer work says the same, and cite that one"
        yield use.finding("was superseded", way, behind="what took its place")
