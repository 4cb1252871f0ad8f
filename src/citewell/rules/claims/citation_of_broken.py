"""A statement cites a reference whose link is broken or leads to something else.

A reader who follows the number must find the support for the sentence. The online check of the reference found one of
these:

- broken: the page is gone, or its site is; it failed on two different days
- wrong page: the address, the DOI or the PMID leads to a work with a completely different title
- refused: the address is in a private network, which readers cannot reach

A site that blocks programs, or that once did not answer, is not reported here. The finding is a warning, and an error
with `--release`; it is reported at each citation, because each of these statements has lost its support.

Fix it by writing the new address of the page, or by citing another work that says the same. If the finding is wrong or
there is no better address, say so under `accepted:` of the reference, with the reason, who decided and the date.
`citewell refs resolve KEY` checks again.

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

from citewell.citations.acceptance import accepted
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import BAD, LockedReference, Verdict
from citewell.model.references import Reference
from citewell.rules.rule import Context, Finding, article_rule

_WORDS: Final = {
    Verdict.BROKEN: "is broken",
    Verdict.WRONG_PAGE: "leads to a different work",
    Verdict.REFUSED: "has an address that readers cannot reach",
}


@article_rule("CIT021", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every use of a reference with one of these verdicts, which no decision covers."""
    for entry in numbered.entries:
        reference = entry.reference
        locked = context.known.get(reference.key)
        if locked is None or locked.verdict not in BAD or accepted(reference, locked, locked.verdict):
            continue
        because = locked.reason.rstrip(" .")
        message = f'"{reference.key}" {_WORDS[locked.verdict]}' + (f": {because}" if because else "")
        for use in entry.uses:
            yield Finding(numbered.article.locate(use.span), message, _write_hint(reference, locked))


def _write_hint(reference: Reference, locked: LockedReference) -> str:
    archived = locked.archived
    copy = f"there is an archived copy of {day(archived.date)}, {archived.url}; " if archived else ""
    older = any(each.finding == locked.verdict for each in reference.accepted)
    decided = f"; a decision from before {day(locked.failed_on[0])} does not cover it" if older else ""
    return f'{copy}correct the reference or cite another work, or say under its "accepted:" why it may stay{decided}'
