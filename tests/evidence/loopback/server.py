"""The servers: doors that listen, one thread that serves them, and a record of all that was asked."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlencode

from tests.evidence.loopback import bodies, faults, moods, pages, redirects, statuses
from tests.evidence.loopback.certificates import context
from tests.evidence.loopback.registry import BEHAVIOURS, Behaviour, Door
from tests.evidence.loopback.wire import Request, Wire, page
from tests.waiting import PATIENCE

from citewell.model.site import EvidenceSettings

_MODULES: Final = (bodies, faults, moods, pages, redirects, statuses)  # to import them is to register their behaviours
_ENCRYPTED: Final = (Door.TLS, Door.EXPIRED, Door.OTHER_HOST, Door.SELF_SIGNED, Door.UNKNOWN_ISSUER)
_PLAIN: Final = (Door.PLAIN, Door.BROKEN_HANDSHAKE, Door.FORBIDDEN)


@dataclass(frozen=True)
class Connection:
    """Somebody came to a port."""

    port: int
    peer: Any
    at: float = field(default_factory=time.monotonic)


class Loopback:
    """All the servers; use it as ``with Loopback() as loopback``.

    ``requests`` and ``connections`` are what was asked, in order, ``at_once`` the most requests that one port had at a
    time. A behaviour whose name is unknown is answered with 404.
    """

    def __init__(self) -> None:
        self.ports: dict[str, int] = {}
        self.requests: list[Request] = []
        self.connections: list[Connection] = []
        self.sent: dict[str, int] = {}
        self.at_once: Counter[int] = Counter()
        self._busy: Counter[int] = Counter()
        self._asked: Counter[tuple[int, str]] = Counter()
        self._six = "::1" if _has_ipv6() else "127.0.0.1"  # some containers have no IPv6
        self._loop = asyncio.new_event_loop()
        self._servers: list[asyncio.Server] = []
        self._closed_door = socket.socket()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="loopback")

    # -- for tests

    def url(self, name: str, **query: str) -> str:
        """The address at which a behaviour is met. ``title`` is that of its page; ``under`` adds to the path."""
        behaviour = BEHAVIOURS[name]
        under = query.pop("under", "")
        path = f"{name}/{under}" if under else name
        return f"{self.origin(behaviour.door)}/{path}" + (f"?{urlencode(query)}" if query else "")

    def origin(self, door: Door = Door.PLAIN) -> str:
        """The scheme, host and port of a door."""
        host = f"[{self._six}]" if door is Door.SIX and ":" in self._six else "127.0.0.1"
        scheme = "https" if door in {*_ENCRYPTED, Door.BROKEN_HANDSHAKE} else "http"
        return f"{scheme}://{host}:{self.ports[door.value]}"

    @property
    def allow_hosts(self) -> tuple[str, ...]:
        """All doors but the forbidden one, as items of ``evidence.allow_hosts``."""
        hosts = {Door.SIX.value: f"[{self._six}]" if ":" in self._six else self._six}
        doors = {name: port for name, port in self.ports.items() if name != Door.FORBIDDEN.value}
        return tuple(f"{hosts.get(name, '127.0.0.1')}:{port}" for name, port in doors.items())

    def settings(self, **services: str) -> EvidenceSettings:
        """Settings that allow the doors."""
        return EvidenceSettings(services=services, allow_hosts=self.allow_hosts)

    @property
    def intrusions(self) -> list[Connection]:
        """Who came to the forbidden door."""
        return [each for each in self.connections if each.port == self.ports[Door.FORBIDDEN.value]]

    def asked(self, name: str) -> list[Request]:
        """The requests for one behaviour."""
        return [request for request in self.requests if request.name == name]

    def forget(self) -> None:
        """Forget all requests, and with them how often each target was asked."""
        self.requests.clear()
        self.connections.clear()
        self._asked.clear()
        self.at_once.clear()

    def more_doors(self, count: int) -> list[str]:
        """Open more plain doors; their origins."""
        origins: list[str] = self._wait(self._open_more(count))
        return origins

    # -- running

    def __enter__(self) -> Self:
        self._thread.start()
        self._wait(self._open())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wait(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._closed_door.close()

    def _wait(self, doing: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(timeout=PATIENCE)

    async def _open(self) -> None:
        for door in (*_PLAIN, *_ENCRYPTED):
            await self._listen(door.value, "127.0.0.1", context(door) if door in _ENCRYPTED else None)
        await self._listen(Door.SIX.value, self._six, None)
        self._closed_door.bind(("127.0.0.1", 0))  # bound and never listening: nobody else can get the port
        self.ports[Door.CLOSED.value] = self._closed_door.getsockname()[1]

    async def _open_more(self, count: int) -> list[str]:
        first = sum(name.startswith("more-") for name in self.ports)
        names = [f"more-{number}" for number in range(first, first + count)]
        for name in names:
            await self._listen(name, "127.0.0.1", None)
        return [f"http://127.0.0.1:{self.ports[name]}" for name in names]

    async def _listen(self, name: str, host: str, encryption: ssl.SSLContext | None) -> None:
        server = await asyncio.start_server(self._serve, host, 0, ssl=encryption, backlog=200)
        self._servers.append(server)
        self.ports[name] = server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # -- serving

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        port = writer.get_extra_info("sockname")[1]
        peer = writer.get_extra_info("peername")
        self.connections.append(Connection(port, peer))
        wire = Wire(reader, writer)
        if port == self.ports[Door.BROKEN_HANDSHAKE.value]:
            await reader.read(1024)
            await wire.answer(400, page("This server does not encrypt"))
            wire.close()
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            while wire.open:
                text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                await self._play(self._request(text, peer, port), wire)
        writer.close()

    async def _play(self, request: Request, wire: Wire) -> None:
        self.requests.append(request)
        self._busy[request.port] += 1
        self.at_once[request.port] = max(self.at_once[request.port], self._busy[request.port])
        try:
            behaviour = BEHAVIOURS.get(request.name)
            await (behaviour.play(request, wire) if behaviour else wire.answer(404, page("Not found")))
        finally:
            self._busy[request.port] -= 1
            self.sent[request.target] = wire.sent

    def _request(self, text: str, peer: Any, port: int) -> Request:
        first, *lines = text.split("\r\n")
        method, target, *_ = [*first.split(" "), "", ""]
        pairs = (line.partition(":") for line in lines if ":" in line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        before = self._asked[port, target]
        self._asked[port, target] += 1
        return Request(method, target, headers, peer, port, before, self.ports)


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def behaviours(choose: Callable[[Behaviour], bool] = lambda _: True) -> list[Behaviour]:
    """All behaviours, or some of them, in the order of their names."""
    return sorted((each for each in BEHAVIOURS.values() if choose(each)), key=lambda each: each.name)
