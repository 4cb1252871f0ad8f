"""One queue a host: one request at a time, a pause between two, and not too many hosts at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Host:
    """A host and its queue: ``pause`` are the seconds it gets between two requests, ``ready`` is when one is over.

    ``rest`` are the seconds that its last answer asked for, ``in_vain`` is how many answers running it failed to give,
    and ``closed`` says why it is not asked any more.
    """

    pause: float
    ready: float = 0.0
    rest: float = 0.0
    in_vain: int = 0
    closed: str = ""
    queue: asyncio.Lock = field(default_factory=asyncio.Lock)


class HostQueues:
    """The queues of all hosts; ``at_once`` is how many hosts are asked at the same time."""

    def __init__(self, at_once: int) -> None:
        self._hosts: dict[str, Host] = {}
        self._places = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def wait_for_turn(self, name: str, pause: float) -> AsyncIterator[Host]:
        """Wait for one's turn at a host; ``pause`` is what it gets unless it announces its own.

        The pause is waited for before a place is taken, so that a slow queue never holds up another host.
        """
        host = self._hosts.setdefault(name, Host(pause))
        async with host.queue:
            if not host.closed:
                await asyncio.sleep(max(0.0, host.ready - time.monotonic()))
            async with self._places:
                try:
                    yield host
                finally:
                    host.ready = time.monotonic() + max(host.pause, host.rest)
