"""What a response or a failure means for a host's other pages: when to ask again, and when to stop asking."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.host_queue import Host
from citewell.evidence.network.limits import Limits
from citewell.evidence.network.request import Reply
from citewell.evidence.network.response import FailureReason
from citewell.evidence.network.retry_after import parse_retry_after, read_announced_pause

_KEEPS_WAITING: Final = frozenset({FailureReason.TIMEOUT, FailureReason.DNS})
_BUSY: Final = frozenset({429, 503})


def apply_announced_pause(host: Host, reply: Reply, limits: Limits) -> None:
    """Use the pause between requests that a host announces."""
    announced = read_announced_pause(reply.headers)
    if announced is not None:
        host.pause = min(announced, limits.announced_pause)


def record_outcome(host: Host, outcome: Reply | WebFault, now: datetime, limits: Limits) -> None:
    """Record the outcome of a request.

    ``Retry-After`` is for who asks, not for a page (RFC 6585, 4; RFC 9110, 10.2.3), so the host gets its rest; one that
    answers 429 and wants more than ``Limits.announced_pause`` is left alone, and so is one that kept us waiting, or was
    too busy, ``Limits.in_vain`` times running.
    """
    host.rest = 0.0
    if isinstance(outcome, WebFault):
        host.in_vain = host.in_vain + 1 if outcome.reason in _KEEPS_WAITING else 0
    elif outcome.status in _BUSY:
        host.in_vain += 1
        rest = parse_retry_after(outcome.headers.get("retry-after", ""), now) or 0.0
        if rest <= limits.announced_pause:
            host.rest = rest
        elif outcome.status == 429:
            host.closed = "the server had asked for a long rest, so it was left alone"
    else:
        host.in_vain = 0
    if host.in_vain >= limits.in_vain:
        host.closed = f"the server gave no answer {host.in_vain} times running, so it was left alone"
