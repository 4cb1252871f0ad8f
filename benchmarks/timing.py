"""Timing things side by side, so that what else the machine does meanwhile slows all of them alike.

Beside the time on the clock it has the processor's own time, which other work on the machine disturbs much less.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of several runs of one thing: median and quartiles on the clock, median of the processor's time."""

    low: float
    median: float
    high: float
    processor: float
    runs: int


def side_by_side(subjects: Mapping[str, Callable[[], object]], runs: int, warm_up: int = 0) -> dict[str, Times]:
    """Time each subject ``runs`` times after ``warm_up`` runs that do not count, taking turns."""
    clock: dict[str, list[float]] = {name: [] for name in subjects}
    processor: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(warm_up + runs):
        for name, subject in subjects.items():
            gc.collect()  # else one subject pays for the garbage of the one before it
            begin, begin_processor = perf_counter(), _processor()
            subject()
            if turn >= warm_up:
                clock[name].append(perf_counter() - begin)
                processor[name].append(_processor() - begin_processor)
    return {name: _summary(clock[name], processor[name]) for name in subjects}


def command(*arguments: str, where: Path) -> Callable[[], None]:
    """A Python command as a subject, from the start of the interpreter to its end; it must succeed and stays silent."""

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments], cwd=where, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    return run


def _processor() -> float:
    """Seconds the processor has worked for this process and for the children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _summary(clock: list[float], processor: list[float]) -> Times:
    low, middle, high = quantiles(clock, n=4, method="inclusive")
    return Times(low, middle, high, median(processor), len(clock))
