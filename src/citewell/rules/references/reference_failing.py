"""For the first time, a reference could not be reached in the last online check, or its address had another page.

Pages sometimes disappear for a day, and sites sometimes show a notice instead, so this is only a first warning. If it
happens again on a later day, the reference is broken or a wrong page, and each statement that cites it is reported.

Fix it by opening the address: if the page has moved, correct the reference. Otherwise wait for the next run of
`citewell refs resolve`.

Wrong: `content_src/references.lock` says `failing` of a reference.

Right: it says `ok`, after the page came back or its address was corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import Verdict
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF013", Severity.WARNING)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every cited reference that failed once, or at which another page was found once."""
    for key, locked in context.known.items():
        if key not in context.cited:
            continue
        if locked.verdict is Verdict.FAILING:
            what, moved = f"could not be reached on {day(locked.checked)}", "the page has moved"
        elif locked.verdict is Verdict.UNKNOWN and locked.suspected:
            what, moved = "may lead to a different work", "there is a different work"
        else:
            continue
        because = locked.reason.rstrip(" .")
        yield Finding(
            site.bibliography.references[key].place(IdentifierKind.URL),
            f'"{key}" {what}' + (f": {because}" if because else ""),
            f"open its address; if {moved}, correct it; if not, try again on another day",
        )
