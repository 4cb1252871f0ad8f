"""2,000 generated articles on 2,000 references: ``citewell check`` and ``citewell build``, from nothing to the site.

Beside them plain ``mkdocs build`` of the pages that the build wrote, with the same theme. One run each, as a process of
its own, so that the most memory it held is its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.project import corpus
from benchmarks.row import Row

ARTICLES = REFERENCES = 2000
QUICK = 100
_KIBIBYTE = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss, in bytes


@dataclass(frozen=True, slots=True)
class Used:
    """What one process took: seconds on the clock and of the processor, and the most memory it held, in bytes."""

    clock: float
    processor: float
    memory: int


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    articles = QUICK if quick else ARTICLES
    with corpus(articles, min(articles, REFERENCES)) as root:
        build = _once("citewell", "build", "--quiet", where=root)
        check = _once("citewell", "check", "--quiet", where=root)
        plain = _once("mkdocs", "build", "--quiet", "--site-dir", str(root / "plain"), where=root)
    return [
        *_rows(f"citewell build, {articles:,} articles, from nothing", build, build),
        *_rows("  citewell check of the same content", check, build),
        *_rows("mkdocs build with Material of the same pages", plain, build),
    ]


def _rows(what: str, used: Used, ours: Used) -> list[Row]:
    ratio = used.processor / ours.processor
    return [
        Row(what, used.clock, processor=used.processor, ratio=ratio, runs=1),
        Row("  its peak memory", used.memory / 2**20, "MiB", ratio=used.memory / ours.memory),
    ]


def _once(*arguments: str, where: Path) -> Used:
    """Run a Python command to its end; it must succeed and stays silent."""
    begin = perf_counter()
    command = [sys.executable, "-P", "-m", *arguments]
    process = subprocess.Popen(command, cwd=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIBIBYTE)
