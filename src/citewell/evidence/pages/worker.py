"""The process that reads pages for ``reader.Reader``: ``python -P -m citewell.evidence.pages.worker``.

It says that it is ready, takes tasks from its standard input and writes plain data to its standard output, each after
its length, until its input ends. It never uses pickle: an attacker who takes over a parser must gain only this process.
"""

from __future__ import annotations

import ctypes
import json
import signal
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct(">II")  # of the task's description (JSON), and of the body
MEMORY: Final = 1_500_000_000  # bytes of addresses; reading the largest pages we know takes 400 MB
SECONDS: Final = 10  # of processor time for a page


def serve_tasks() -> None:
    """Serve tasks until the input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    _die_with_parent()
    _limit_memory()
    _preload()
    sink.write(LENGTH.pack(0, 0))  # ready
    sink.flush()
    while (task := _read_task(source)) is not None:
        _limit_time()
        answer = json.dumps(_run_task(*task)).encode()
        sink.write(LENGTH.pack(len(answer), 0) + answer)
        sink.flush()


def _preload() -> None:
    """Load the parsers, so that the first page has as much time as any other."""
    from citewell.evidence.pages import html_page, metadata, pdf_page  # noqa: F401, PLC0415  loading is all


def _run_task(task: dict[str, str], body: bytes) -> Any:
    if task["do"] == "item":
        from citewell.evidence.pages.metadata import read_page_item  # noqa: PLC0415  what a task needs, when it needs it

        return read_page_item(body, task["type"], task["url"])
    from citewell.evidence.pages.page import read_web_page  # noqa: PLC0415

    return asdict(read_web_page(body, task["type"], task["url"]))


def _read_task(source: BinaryIO) -> tuple[dict[str, str], bytes] | None:
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    description, body = LENGTH.unpack(head)
    return json.loads(source.read(description)), source.read(body)


def _limit_resources(name: str, amount: Callable[[], int]) -> None:
    """Set a limit of the system, where it has such limits (Windows has not, macOS not all)."""
    try:
        import resource  # noqa: PLC0415  only on POSIX

        hard = resource.getrlimit(getattr(resource, name))[1]
        wanted = amount() if hard == resource.RLIM_INFINITY else min(amount(), hard)
        resource.setrlimit(getattr(resource, name), (wanted, hard))
    except (ImportError, AttributeError, ValueError, OSError):
        return


def _die_with_parent() -> None:
    """On Linux, end at once when the owner dies (prctl(2), PR_SET_PDEATHSIG); elsewhere at the end of the input."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _limit_memory() -> None:
    _limit_resources("RLIMIT_AS", lambda: MEMORY)
    _limit_resources("RLIMIT_CORE", lambda: 0)


def _limit_time() -> None:
    """So much processor time from now on; beyond it the system ends this process, even if the parent does not."""
    _limit_resources("RLIMIT_CPU", lambda: int(time.process_time()) + SECONDS + 1)


if __name__ == "__main__":
    serve_tasks()
