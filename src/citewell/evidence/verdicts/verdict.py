"""The verdict on a reference, from an observation and what was known before: pure functions.

``handbook/evidence.md`` shows the table to editors. In doubt the verdict is "unknown": no work that is there may be
called dead, so a fault counts only where a browser would fail too, and it is "broken" only when seen on two days. A
page with another title is a "wrong page" only on the second day, too: on the first it may be a question or a notice
that the site shows to every visitor. What a service says of an identifier is sure at once, but readers hear of nothing
on its first day (``suspected``).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from citewell.evidence.verdicts.link_verdict import judge_link
from citewell.evidence.verdicts.observation import DailyVerdict, Observation, ServiceRecord
from citewell.messages.days import day
from citewell.model.evidence import SEEN, LockedReference, Verdict

_ELSEWHERE = frozenset({Verdict.WRONG_PAGE, Verdict.REFUSED})
_GRAVEST_FIRST = (Verdict.REFUSED, Verdict.WRONG_PAGE, Verdict.FAILING)


class VerdictResult(NamedTuple):
    """A verdict, why, and the days on which the reference failed since it was last seen: the first and the last.

    ``suspected`` is the day on which another work or an unsafe address was first found, until a second day shows it.
    """

    verdict: Verdict
    reason: str
    failed_on: tuple[date, ...] = ()
    suspected: date | None = None


def judge(observation: Observation, before: LockedReference | None, today: date) -> VerdictResult:
    """The verdict on an observation; ``before`` is the entry of the reference in its current state, if there is one."""
    found = _find_gravest(observation, before)
    failed = before.failed_on if before else ()
    if found.verdict in SEEN:
        return VerdictResult(found.verdict, found.reason)
    suspected = before.suspected if before else None
    if found.verdict in _ELSEWHERE:
        return _judge_other_work(found, before, today)
    if found.verdict is not Verdict.FAILING:
        return VerdictResult(found.verdict, found.reason, failed, suspected)
    if before is None or not failed or failed[0] >= today:
        return VerdictResult(Verdict.FAILING, f"{found.reason} (seen on {day(today)})", (today,), suspected)
    first = day(failed[0])
    if before.reason.startswith(found.reason):
        seen = f"seen on {first} and on {day(today)}"
    else:
        seen = f"seen on {day(today)}; it had failed on {first} already"
    return VerdictResult(Verdict.BROKEN, f"{found.reason} ({seen})", (failed[0], today))


def _judge_other_work(found: DailyVerdict, before: LockedReference | None, today: date) -> VerdictResult:
    """The verdict on another work or an unsafe address: certain when two days have shown it."""
    failed, suspected = (before.failed_on, before.suspected) if before else ((), None)
    known = before is not None and before.verdict in _ELSEWHERE and suspected is None
    if known or (suspected and suspected < today):
        return VerdictResult(found.verdict, found.reason, failed)
    first = suspected or today
    if not found.guessed:
        return VerdictResult(found.verdict, found.reason, failed, first)
    reason = f"{found.reason} (seen on {day(first)}; a second day must confirm that it is another work)"
    return VerdictResult(Verdict.UNKNOWN, reason, failed, first)


def _find_gravest(observation: Observation, before: LockedReference | None) -> DailyVerdict:
    """The gravest verdict on the link and the identifiers; else the link's, with what supports it."""
    link = judge_link(observation, before)
    # An identifier whose own address shows the work is not in doubt, whatever a service says of it.
    sure = observation.identifier if link and link.verdict in SEEN else ""
    found = [link] if link else []
    found += [
        finding for record in observation.records if record.identifier != sure and (finding := _find_misnaming(record))
    ]
    for verdict in _GRAVEST_FIRST:
        for finding in found:
            if finding.verdict is verdict:
                return finding
    if link is None:
        return _judge_without_link(observation)
    return (
        link
        if link.verdict in SEEN
        else link._replace(reason="; ".join([link.reason, *_list_confirmations(observation)]))
    )


def _find_misnaming(record: ServiceRecord) -> DailyVerdict | None:
    """What a service finds wrong with an identifier."""
    if record.title is not None and record.other:
        return DailyVerdict(
            Verdict.WRONG_PAGE, f"{record.service} knows {record.identifier} as another work: “{record.title}”"
        )
    if record.title is None and record.complete:
        return DailyVerdict(Verdict.FAILING, f"{record.service} does not know {record.identifier}")
    return None


def _list_confirmations(observation: Observation) -> list[str]:
    return [
        f"{record.service} knows {record.identifier} under this title" for record in observation.records if record.same
    ]


def _judge_without_link(observation: Observation) -> DailyVerdict:
    """The verdict on a work without an address, by its ISBN or PMID."""
    confirmed = _list_confirmations(observation)
    if confirmed:
        return DailyVerdict(Verdict.OK, "; ".join(confirmed))
    if not observation.records:
        return DailyVerdict(Verdict.UNKNOWN, "it has no address, and no identifier on which a service gave an answer")
    record = observation.records[0]
    if record.title is None:
        reason = f"{record.service} does not know {record.identifier}, but it does not know all works"
    elif not record.title:
        reason = f"{record.service} knows {record.identifier}, but not its title"
    else:
        reason = f"{record.service} calls {record.identifier} “{record.title}”, which could be another work"
    return DailyVerdict(Verdict.UNKNOWN, reason)
