"""Processes that work ahead: each puts the results of some documents into the store, where this one finds them.

So nothing is handed back, the order of documents does not depend on which process is quicker, and of a process that
dies only the time is lost: what is not in the store is made here.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping, Sequence
from typing import Final

SMALLEST: Final = 1_000_000
"""Bytes of text that are worth a process: as much as it reads in the time that it takes to start."""


def count_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_ahead(work: Callable[[Sequence[str]], None], jobs: int, sizes: Mapping[str, int]) -> None:
    """Have ``work`` done with all documents by up to ``jobs`` processes, about as many bytes in each.

    ``sizes`` are the bytes of each document. ``work`` is a function of a module, or a ``partial`` of one. Where there
    is little to do, nothing is done: the caller does it sooner by itself.
    """
    jobs = min(jobs, sum(sizes.values()) // SMALLEST)
    if jobs < 2:
        return
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415 - small sites start none

    is_there = "forkserver" in get_all_start_methods()
    start = get_context("forkserver").Process if is_there else get_context("spawn").Process
    processes = [start(target=_work, args=(work, part), daemon=True) for part in share_out(sizes, jobs)]
    try:
        for process in processes:
            process.start()
        for process in processes:
            process.join()
    finally:
        for process in processes:
            if process.is_alive():
                process.terminate()


def share_out(sizes: Mapping[str, int], jobs: int) -> list[list[str]]:
    """The documents in ``jobs`` parts, each with about as many bytes: the largest first, to the part with the least."""
    parts: list[tuple[int, list[str]]] = [(0, []) for _ in range(jobs)]
    for path, size in sorted(sizes.items(), key=lambda each: -each[1]):
        parts.sort(key=lambda part: part[0])
        total, paths = parts[0]
        paths.append(path)
        parts[0] = (total + size, paths)
    return [paths for _, paths in parts]


def _work(work: Callable[[Sequence[str]], None], paths: Sequence[str]) -> None:
    """Work in a process of its own, without a word if it is ended: the one that waits for it speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    work(paths)
