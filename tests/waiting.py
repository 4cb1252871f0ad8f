"""How long a test waits for what must happen: so long that only a hang, never a slow machine, uses it up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

#: Seconds. Nothing is asserted about it: a test that waits this long has found a hang.
PATIENCE: Final = 300


def wait_for(condition: Callable[[], object], what: str = "what was waited for") -> None:
    """Return once ``condition()`` is true; fail if it is still false after ``PATIENCE`` seconds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{what} never happened"
        time.sleep(0.02)


def wait_until_idle(process: int, seconds: float = 0.5) -> None:
    """Return once no thread of a process, or of its children, has wanted the processor for some seconds (Linux)."""
    quiet_since = time.monotonic()

    def is_idle() -> bool:
        nonlocal quiet_since
        if any(state != "S" for state in _states(process)):
            quiet_since = time.monotonic()
        return time.monotonic() - quiet_since > seconds

    wait_for(is_idle, "a pause of the program")


def _states(process: int) -> Iterator[str]:
    """The states of all threads, as proc(5) has them; S waits for something, R runs or waits for the processor."""
    for task in Path(f"/proc/{process}/task").iterdir():
        yield (task / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        for child in (task / "children").read_text(encoding="utf-8").split():
            yield from _states(int(child))
