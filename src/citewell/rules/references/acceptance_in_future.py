"""A finding about a reference is accepted on a day that has not come.

A decision covers what was known on its day. With a day in the future it would cover what nobody can know yet: a
retraction next year would pass without a word.

Fix it by writing the day on which it was decided.

Wrong: `date: 2062-02-01`, checked on 1 March 2026

Right: `date: 2026-02-01`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.messages.days import day
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF019")
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every acceptance whose date is after today."""
    for reference in site.bibliography.references.values():
        for each in reference.accepted:
            if each.date > context.today:
                yield Finding(
                    each.location,
                    f'"{each.finding}" of "{reference.key}" is accepted on {day(each.date)}, which lies in the future',
                    "write the day on which it was decided",
                )
