"""How long we wait, how much we take and how polite we are: every number of the network side in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MinimumRate:
    """The slowest that a body may come: at least ``rate`` bytes a second on average, after ``grace`` seconds.

    No reader would wait for a page slower than an old modem, and a server that drips delays its other pages.
    """

    rate: float = 500.0
    grace: float = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, unless stated otherwise.

    ``connect`` and ``read`` bound one step, ``slowest`` a body that comes drop by drop, and ``whole`` everything about
    one address: redirects, repetitions and the waits between them, but not the wait for its turn. ``pause`` is what
    lies between two requests to one host, ``private_pause`` the same for an allowed host of a private network.
    ``announced_pause`` is the longest pause that a host may ask for with its announced limits, or with ``Retry-After``
    before its other pages; they are for seconds or minutes, so more is a mistake or a trap. ``tries`` is how often a
    transient fault is tried in all, ``back_off`` the wait before the second try, doubled before each later one.
    ``in_vain`` is how many answers running a host may fail to give before it is left alone for the rest of the run: a
    site that hangs may have hundreds of our pages. ``hops`` is the most redirects, ``at_once`` the most requests under
    way.
    """

    connect: float = 10.0
    read: float = 10.0
    slowest: MinimumRate = MinimumRate()
    whole: float = 20.0
    pause: float = 1.0
    private_pause: float = 0.0
    announced_pause: float = 60.0
    back_off: float = 0.5
    tries: int = 3
    in_vain: int = 8
    hops: int = 10
    at_once: int = 40
