"""Acceptance: which findings about a work its editors know, and cite it in spite of them (``custom: accepted:``).

It covers what was known on its day. A notice counts from the day on which it was first found here, else from that of
its publication; an address that failed counts from the first day on which it did. So a second correction, or a page
that came back and died again, needs a new decision. A wrong page or an unsafe address has no such day: a decision
covers it until it is fixed, when REF020 asks to remove the decision. Who accepts a notice accepts the milder ones known
by then. Who accepts that a page cannot be read vouches for the words pinned to it, for as long as no program can
read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from citewell.model.evidence import LockedReference, Notice, NoticeKind, Verdict
from citewell.model.references import Acceptance, Reference

UNREAD_QUOTE: Final = "unread-quote"
"""The finding by which an editor says: I have compared the pinned words, where no program can read the page."""
_GRAVEST_FIRST = tuple(NoticeKind)


def find_acceptance(reference: Reference, locked: LockedReference, verdict: Verdict) -> Acceptance | None:
    """The latest decision that covers a verdict; ``None`` if it is still to be made."""
    return _choose_latest(each for each in reference.accepted if _covers_verdict(each, locked, verdict))


def find_notice_acceptance(reference: Reference, notice: Notice) -> Acceptance | None:
    """The latest decision that covers a notice; ``None`` if it is still to be made."""
    return _choose_latest(each for each in reference.accepted if _covers_notice(each, notice))


def is_compared_by_hand(reference: Reference) -> bool:
    """Whether an editor has compared the words pinned to a reference that no program can read."""
    return any(each.finding == UNREAD_QUOTE for each in reference.accepted)


def find_open_notice(reference: Reference, notices: Iterable[Notice]) -> Notice | None:
    """The gravest notice that no decision covers; of several of its kind the last that was found."""
    open_ones = [notice for notice in notices if find_notice_acceptance(reference, notice) is None]
    kind = min((_GRAVEST_FIRST.index(notice.kind) for notice in open_ones), default=None)
    alike = [notice for notice in open_ones if kind is not None and notice.kind is _GRAVEST_FIRST[kind]]
    return max(alike, key=date_known, default=None)


def date_known(notice: Notice) -> str:
    """The day since which a notice is known, as far as that is stated (``2014``, ``2014-01-31``), or ""."""
    return notice.seen.isoformat() if notice.seen else notice.published


def _choose_latest(found: Iterable[Acceptance]) -> Acceptance | None:
    return max(found, key=lambda each: each.date, default=None)


def _covers_verdict(acceptance: Acceptance, locked: LockedReference, verdict: Verdict) -> bool:
    began = locked.failed_on[0] if locked.failed_on else None
    return acceptance.finding == verdict and (began is None or began <= acceptance.date)


def _covers_notice(acceptance: Acceptance, notice: Notice) -> bool:
    """``2014`` is covered by a decision of that year: the parts of the day that are known are compared."""
    kinds = _GRAVEST_FIRST[: _GRAVEST_FIRST.index(notice.kind) + 1]
    since = date_known(notice)
    return acceptance.finding in kinds and since <= acceptance.date.isoformat()[: len(since)]
