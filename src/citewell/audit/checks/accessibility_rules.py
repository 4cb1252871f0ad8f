"""A page breaks a rule of accessibility that axe-core knows.

axe-core checks WCAG 2.2 at levels A and AA, best practices and the size of targets. What it finds keeps somebody from
reading or using the page: with a screen reader, by keyboard, with low vision or with unsteady hands.

The name of its rule is in the finding. If it is about `extra.css`, change that; if not, it is a fault of the program or
the theme: please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.audit.axe import find_violations, put_axe_in, read_axe
from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.rules.rule import Finding


@browser_check("AUD001")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """Each rule that is broken, at its first place."""
    if not look.thorough:
        return
    put_axe_in(look.window, read_axe())
    for found in find_violations(look.window, look.colours_only):
        first, more = found.places[0], len(found.places) - 1
        at = f"{first.selector} (and {more} more)" if more else first.selector
        yield look.find(f"axe rule {found.rule} at {at}: {found.help}", first.why or None, first.text)
