"""A reference could not be reached when it was last looked up, for the first time.

Pages are away for a day and come back, so this is only a first sign. If it fails again on a later day it is broken, and
each statement that cites it is reported.

Mend it by opening the address: if the page has moved, correct the reference. Otherwise wait for the next run of
`citewell refs resolve`.

Wrong: `content_src/references.lock` says `failing` of a reference.

Right: it says `ok`, after the page came back or its address was corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.model.evidence import Verdict
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule
from citewell.words.days import day


@site_rule("REF013", Severity.WARNING)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every cited reference that failed once."""
    for key, locked in context.known.items():
        if locked.verdict is Verdict.FAILING and key in context.cited:
            because = locked.reason.rstrip(" .")
            yield Finding(
                site.bibliography.references[key].place(IdentifierKind.URL),
                f'"{key}" could not be reached on {day(locked.checked)}' + (f": {because}" if because else ""),
                "open its address; if the page has moved, correct it, else look again on another day",
            )
