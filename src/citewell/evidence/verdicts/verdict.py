"""The verdict on a reference: what one look at it found, weighed with what was known, as a table that does nothing.

``handbook/evidence.md`` shows the table to editors. In doubt the verdict is "unknown": no work that is there may be
called dead, so a fault counts only where a browser would fail too, and it is "broken" only when seen on two days. A
page with another title is a "wrong page" only on the second day, too: on the first it may be a question or a notice
that the site shows to every visitor. What a service says of an identifier is sure at once, but readers hear of nothing
on its first day (``suspected``).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from citewell.evidence.verdicts.link_verdict import link_finding
from citewell.evidence.verdicts.observation import Finding, Look, ServiceRecord
from citewell.messages.days import day
from citewell.model.evidence import SEEN, LockedReference, Verdict

_ELSEWHERE = frozenset({Verdict.WRONG_PAGE, Verdict.REFUSED})
_GRAVEST_FIRST = (Verdict.REFUSED, Verdict.WRONG_PAGE, Verdict.FAILING)


class Judgement(NamedTuple):
    """A verdict, why, and the days on which the reference failed since it was last seen: the first and the last.

    ``suspected`` is the day on which another work or an unsafe address was first found, until a second day shows it.
    """

    verdict: Verdict
    reason: str
    failed_on: tuple[date, ...] = ()
    suspected: date | None = None


def judge(look: Look, before: LockedReference | None, today: date) -> Judgement:
    """The verdict on what a look found; ``before`` is what was known of the reference as it stands now."""
    found = _found(look, before)
    failed = before.failed_on if before else ()
    if found.verdict in SEEN:
        return Judgement(found.verdict, found.reason)
    suspected = before.suspected if before else None
    if found.verdict in _ELSEWHERE:
        return _elsewhere(found, before, today)
    if found.verdict is not Verdict.FAILING:
        return Judgement(found.verdict, found.reason, failed, suspected)
    if before is None or not failed or failed[0] >= today:
        return Judgement(Verdict.FAILING, f"{found.reason} (seen on {day(today)})", (today,), suspected)
    first = day(failed[0])
    if before.reason.startswith(found.reason):
        seen = f"seen on {first} and on {day(today)}"
    else:
        seen = f"seen on {day(today)}; it had failed on {first} already"
    return Judgement(Verdict.BROKEN, f"{found.reason} ({seen})", (failed[0], today))


def _elsewhere(found: Finding, before: LockedReference | None, today: date) -> Judgement:
    """Another work, or an address that no reader may follow: sure when two days have shown it."""
    failed, suspected = (before.failed_on, before.suspected) if before else ((), None)
    known = before is not None and before.verdict in _ELSEWHERE and suspected is None
    if known or (suspected and suspected < today):
        return Judgement(found.verdict, found.reason, failed)
    first = suspected or today
    if not found.guessed:
        return Judgement(found.verdict, found.reason, failed, first)
    reason = f"{found.reason} (seen on {day(first)}; a second day must confirm that it is another work)"
    return Judgement(Verdict.UNKNOWN, reason, failed, first)


def _found(look: Look, before: LockedReference | None) -> Finding:
    """The gravest of what the link and the identifiers came to; else the link's, with what supports it."""
    link = link_finding(look, before)
    # An identifier whose own address shows the work is not in doubt, whatever a service says of it.
    sure = look.behind if link and link.verdict in SEEN else ""
    found = [link] if link else []
    found += [finding for said in look.said if said.identifier != sure and (finding := _misnamed(said))]
    for verdict in _GRAVEST_FIRST:
        for finding in found:
            if finding.verdict is verdict:
                return finding
    if link is None:
        return _without_link(look)
    return link if link.verdict in SEEN else link._replace(reason="; ".join([link.reason, *_confirmed(look)]))


def _misnamed(said: ServiceRecord) -> Finding | None:
    """What a service finds wrong with an identifier."""
    if said.title is not None and said.other:
        return Finding(Verdict.WRONG_PAGE, f"{said.service} knows {said.identifier} as another work: “{said.title}”")
    if said.title is None and said.complete:
        return Finding(Verdict.FAILING, f"{said.service} does not know {said.identifier}")
    return None


def _confirmed(look: Look) -> list[str]:
    return [f"{said.service} knows {said.identifier} under this title" for said in look.said if said.same]


def _without_link(look: Look) -> Finding:
    """What services say of a work that has no address: of an ISBN, or of a PMID."""
    confirmed = _confirmed(look)
    if confirmed:
        return Finding(Verdict.OK, "; ".join(confirmed))
    if not look.said:
        return Finding(Verdict.UNKNOWN, "it has no address, and no identifier on which a service gave an answer")
    said = look.said[0]
    if said.title is None:
        reason = f"{said.service} does not know {said.identifier}, but it does not know all works"
    elif not said.title:
        reason = f"{said.service} knows {said.identifier}, but not its title"
    else:
        reason = f"{said.service} calls {said.identifier} “{said.title}”, which could be another work"
    return Finding(Verdict.UNKNOWN, reason)
