"""A statement rests on a work that was retracted.

Who published the work has taken it back: its figures were wrong, invented, or cannot be trusted. What it was cited for
may still be true, but this work no longer shows it, and readers who act on it may come to harm.

Fix it by reading the notice, and citing another work that supports the sentence; if there is none, take the sentence
out. An article about the retraction itself may cite it: then say so under `accepted:` of the reference, with the
reason, who decided and the day. Readers see the notice in any case.

Wrong: `[@example-study]`, while `content_src/references.lock` says that it was retracted on 31 January 2014.

Right: `[@example-review]`, or this in the reference, if it is cited on purpose:

```yaml
custom:
  accepted:
    - finding: retraction
      reason: The article tells of the retraction.
      by: editorial-team
      date: 2026-02-01
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.evidence import NoticeKind
from citewell.rules.citations.notices import doubted
from citewell.rules.rule import Finding, article_rule

_WAY: Final = (
    "cite another work for this sentence, or take the sentence out; "
    'if it is cited on purpose, say why under "accepted:" of the reference'
)


@article_rule("CIT022")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a retracted reference."""
    for use in doubted(numbered, context, NoticeKind.RETRACTION):
        yield use.finding("was retracted", _WAY)
