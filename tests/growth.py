"""Whether work grows with the size of its input and not faster: a ratio within one run, on any machine.

Processor time of this thread, not the clock: what else a machine does is not counted. Of several runs the quickest
counts, because only disturbances are added to what the work itself takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

TIMES: Final = 4
#: Linear work takes 4 times as long at 4 times the size, n log n about 5, a square 16.
MOST: Final = 9.0
#: Seconds below which start-up and the clock's own steps would decide.
ENOUGH: Final = 0.02
TRIES: Final = 4


def assert_linear(work: Callable[[int], object], size: int, largest: int = 1 << 20) -> None:
    """Fail if ``work(4 * n)`` takes far more than 4 times the processor time of ``work(n)``.

    ``size`` is the first ``n``; it is doubled until the work takes long enough to be measured, or is ``largest``.
    """
    work(size)  # what is imported or made once is not part of it
    small = _seconds(work, size)
    while small < ENOUGH and size * 2 <= largest:
        size *= 2
        small = _seconds(work, size)
    if small < ENOUGH / 10:
        return  # the largest input takes next to nothing: whatever it grows like, it has a bound
    large = _seconds(work, TIMES * size)
    for _ in range(TRIES):
        if large <= MOST * small:
            return
        small, large = min(small, _seconds(work, size)), min(large, _seconds(work, TIMES * size))
    raise AssertionError(f"{TIMES} times the input takes {large / small:.1f} times as long ({small:.3f} s at {size})")


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.thread_time()
    work(size)
    return time.thread_time() - start
