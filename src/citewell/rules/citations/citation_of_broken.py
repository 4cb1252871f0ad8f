"""A statement rests on a reference that leads nowhere, or to something else.

Whoever follows the number must find what the sentence stands on. Looking the reference up found one of these:

- broken: the page is gone, or its site is; it failed on two different days
- wrong page: the address, the DOI or the PMID leads to a work with quite another title
- refused: the address leads into a private network, where no reader can follow

A site that turns away programs, or that did not answer once, is none of these. It is a warning, and an error with
`--release`; it is reported at each citation, because each of these statements has lost its support.

Fix it by writing the address to which the page has moved, or by citing another work that says the same. Where the
finding is mistaken or no better address exists, say so under `accepted:` of the reference, with the reason, who decided
and the day. `citewell refs resolve KEY` looks again.

Wrong: `[@example-page]`, while `content_src/references.lock` says that its page is gone.

Right: the reference has an address at which the page is, or this:

```yaml
custom:
  accepted:
    - finding: broken
      reason: The site is closed; the archived copy is what we read.
      by: editorial-team
      date: 2026-02-01
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.acceptance import accepted
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import BAD, LockedReference, Verdict
from citewell.model.references import Reference
from citewell.rules.rule import Finding, article_rule

_WORDS: Final = {
    Verdict.BROKEN: "is broken",
    Verdict.WRONG_PAGE: "leads to another work",
    Verdict.REFUSED: "leads where no reader can follow",
}


@article_rule("CIT021", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a reference with one of these verdicts, which no decision covers."""
    for entry in numbered.entries:
        reference = entry.reference
        locked = context.known.get(reference.key)
        if locked is None or locked.verdict not in BAD or accepted(reference, locked, locked.verdict):
            continue
        because = locked.reason.rstrip(" .")
        message = f'"{reference.key}" {_WORDS[locked.verdict]}' + (f": {because}" if because else "")
        for use in entry.uses:
            yield Finding(numbered.article.locate(use.span), message, _way(reference, locked))


def _way(reference: Reference, locked: LockedReference) -> str:
    archived = locked.archived
    copy = f"there is an archived copy of {day(archived.date)}, {archived.url}; " if archived else ""
    older = any(each.finding == locked.verdict for each in reference.accepted)
    decided = f"; what was accepted before {day(locked.failed_on[0])} does not cover it" if older else ""
    return f'{copy}correct the reference or cite another, or say under its "accepted:" why it may stay{decided}'
