"""An accepted finding about a reference is no longer found.

The page is back, or its address was corrected. An old decision would also cover the same problem if it came back, and
readers would see a reason that no longer applies.

Fix it by deleting this item under `accepted:`.

Wrong: `finding: broken`, while `content_src/references.lock` says `ok`.

Right: the item is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citewell.citations.acceptance import UNREAD_QUOTE
from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import SEEN, LockedReference, Notice, QuoteVerdict
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule

_VERDICTS = frozenset({"broken", "wrong-page", "refused"})


@site_rule("REF020", Severity.WARNING)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every acceptance of what the last look did not find; silent where that one could not tell."""
    for key, locked in context.known.items():
        for each in site.bibliography.references[key].accepted:
            if _is_gone(each.finding, locked, context.notices.get(key, ())):
                yield Finding(
                    each.location,
                    f'"{each.finding}" of "{key}" is accepted, but was no longer found on {day(locked.checked)}',
                    'delete this item under "accepted:"',
                )


def _is_gone(finding: str, locked: LockedReference, notices: Iterable[Notice]) -> bool:
    if finding in _VERDICTS:
        return locked.verdict in SEEN
    if finding == UNREAD_QUOTE:
        return all(quote.verdict is not QuoteVerdict.UNREAD for quote in locked.quotes)
    return all(notice.kind != finding for notice in notices)
