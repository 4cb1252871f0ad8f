"""A work is older than the site allows for works of its kind.

Guidelines are replaced, figures change, and treatments are abandoned. Some works stay reliable for longer than others:
a guideline for some years, a description of anatomy almost for ever.

The limits are `reference_age` in `content_src/site.yml`, in years, by `kind` or by the CSL `type`; if a work has a
limit for both, the limit for its kind counts. Kinds and types that are not listed may have any age. The age counts from
`issued`, or from `review-date` under `custom` if the publisher says when it last reviewed the work; a date without a
month or a day counts from the last day that it can mean. Works without a date, and works that nothing cites, are not
checked.

Fix it by citing a newer edition, or a newer work that says the same. If the publisher has confirmed the work since,
write that day as `review-date`.

Wrong: `guideline: 10` in `content_src/site.yml`, and a guideline of 2009.

Right: its edition of 2021, or a `review-date` within the last ten years that is on the publisher's page.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from citewell.citations.kinds import describe_kind
from citewell.diagnostics import Severity
from citewell.messages import Words
from citewell.model.policies import Policies
from citewell.model.references import PartialDate, Reference
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule

_SEASON_ENDS: Final = {1: 5, 2: 8, 3: 11, 4: 12}  # last months, spring to winter (which ends the year)


@site_rule("REF031", Severity.WARNING, Severity.ERROR)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every cited reference that is surely older than its limit, at the date from which its age counts."""
    for key, reference in site.bibliography.references.items():
        if key not in context.cited:
            continue
        limit = _limit(reference, site.settings.policies)
        day = _day(reference)
        if limit is not None and day is not None and _is_older(day, limit, context.today):
            yield Finding(
                reference.place("review-date" if reference.reviewed else "issued"),
                f'"{reference.key}" is more than {limit} {"year" if limit == 1 else "years"} old, '
                f"the limit for this kind of work ({describe_kind(reference, Words()).lower()})",
                "cite a newer edition or work; if the publisher confirmed this one since, add that day as review-date",
            )


def _is_older(day: date, years: int, today: date) -> bool:
    return (day.year + years, day.month, day.day) < (today.year, today.month, today.day)


def _limit(reference: Reference, policies: Policies) -> int | None:
    """The years that a work may be old."""
    of_type = policies.reference_age.get(reference.type)
    return policies.reference_age.get(reference.kind or "", of_type)


def _day(reference: Reference) -> date | None:
    """The last day on which the work may have been made or reviewed; ``None`` if that is not known."""
    return reference.reviewed or (_last_day(reference.issued) if reference.issued else None)


def _last_day(issued: PartialDate) -> date | None:
    end = issued.until or issued
    if issued.goes_on or not 1 <= end.year <= 9999:
        return None
    month = end.month or _SEASON_ENDS.get(end.season or 0, 12)
    return date(end.year, month, end.day or monthrange(end.year, month)[1])
