"""The date on which a finding about a reference was accepted is in the future.

A decision covers what was known on its date. With a future date it would cover what nobody can know yet: a retraction
next year would not be reported.

Fix it by writing the date of the decision.

Wrong: `date: 2062-02-01`, checked on 1 March 2026

Right: `date: 2026-02-01`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.messages.days import day
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF019")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every acceptance whose date is after today."""
    for reference in site.bibliography.references.values():
        for each in reference.accepted:
            if each.date > context.today:
                yield Finding(
                    each.location,
                    f'"{each.finding}" of "{reference.key}" is accepted on {day(each.date)}, which is in the future',
                    "write the date of the decision",
                )
