"""Whether work grows with the size of its input and not faster: a ratio within one run, on any machine.

Processor time of this thread, not the clock: what else a machine does is not counted. Of several runs the quickest
counts, because only disturbances are added to what the work itself takes.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

TIMES: Final = 4
#: Linear work takes 4 times as long at 4 times the size, n log n about 5, a square 16.
MOST: Final = 9.0
#: Seconds below which start-up and the clock's own steps would decide.
ENOUGH: Final = 0.02
TRIES: Final = 8


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


#: How many times the input is repeated for ``slow_parts``, and how many times as long a part may take then: 2.2 times
#: for each doubling (16 is four of them). What grows with the square takes 256 times as long, with the power of 1.5 64
#: times.
MANY: Final = 16
MOST_OF_MANY: Final = 2.2**4
#: Seconds. Of what takes less with the large input nothing is asked: whatever it grows like, it costs next to nothing.
WORTH_ASKING: Final = 0.005
FURTHER: Final = 4
#: n log n takes 5 times as long, and so does a look-up that compares with a dozen names at most, until there are as
#: many; the power of 1.5 takes 8 times.
MOST_OF_FURTHER: Final = 6.0

Times = Mapping[str, float]
"""Seconds of processor time by the part of the work."""


class Stopwatch(dict[str, float]):
    """The time that each named part of some work takes, together if it is done several times."""

    @contextmanager
    def __call__(self, part: str) -> Iterator[None]:
        """Take the time of what is done within; no garbage is collected meanwhile."""
        gc.disable()
        start = time.thread_time()
        try:
            yield
        finally:
            self[part] = self.get(part, 0.0) + time.thread_time() - start
            gc.enable()


def slow_parts(measure: Callable[[int], Times], size: int) -> list[str]:
    """The parts of some work that take far more than ``MANY`` times as long with ``MANY`` times the input.

    ``size`` is the small input. What takes next to nothing with the large one is not judged. Of several runs the
    quickest counts, because only disturbances are added to what the work itself takes. What seems slow is measured once
    more from the large input on, where starting up and the processor's caches weigh less.
    """
    measure(1)  # what is imported or made once is not part of it
    if not (slow := _slower(measure, size, MANY, MOST_OF_MANY)):
        return []
    further = _slower(measure, MANY * size, FURTHER, MOST_OF_FURTHER)
    return [f"{part}: {how}" for part, how in further.items() if part in slow]


def _slower(measure: Callable[[int], Times], size: int, times: int, most: float) -> dict[str, str]:
    """The parts that take more than ``most`` times as long with ``times`` times the input, and how long."""

    def again(count: int) -> Times:
        _forget()
        return measure(count)

    large = dict(again(times * size))
    if max(large.values()) <= WORTH_ASKING:
        return {}
    small = dict(again(size))
    for _ in range(TRIES):
        slow = [part for part, time in large.items() if time > WORTH_ASKING and time > most * small.get(part, 0.0)]
        if not slow:
            return {}
        small, large = _quickest(small, again(size)), _quickest(large, again(times * size))
    return {part: f"{large[part]:.3f} s, {large[part] / max(small[part], 1e-9):.1f} times as long" for part in slow}


def _forget() -> None:
    """Empty every memory with a bound: the small input would be answered from it the second time, the large one not."""
    for name, module in list(sys.modules.items()):
        if name.startswith("citewell"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_info") and value.cache_info().maxsize is not None:
                    value.cache_clear()


def _quickest(one: Times, other: Times) -> dict[str, float]:
    return {part: min(time, other.get(part, time)) for part, time in one.items()}
