"""Connections: DNS asked by ourselves, each IP address judged, and that very IP address connected to.

Were a name only looked at before the request, its DNS could say something else when it is used (DNS rebinding). Here
nothing lies between the judgement and the connection. The name stays in ``Host`` and in the TLS handshake.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final

import httpcore

from citewell.citations.identifiers.hosts import is_private_host, is_public_ip, parse_ip
from citewell.evidence.network.faults import WebFault, explain_connection_error, explain_tls_error
from citewell.evidence.network.response import FailureReason
from citewell.evidence.network.safety import Guard

Resolver = Callable[[str], Awaitable[Sequence[str]]]
"""Gives the IP addresses of a host's name, the best first; raises ``socket.gaierror``."""

_EXISTS: Final = "doi.org"
_SAID: Final = frozenset({FailureReason.CERTIFICATE, FailureReason.TLS})  # faults of what a server said
_MOST_ADDRESSES: Final = 4
_FIRST_TRIES: Final = 3.0  # seconds for an address that is not the last: a dead IPv6 must not use up all the time


_BY_DOUBT: Final = (
    FailureReason.TIMEOUT,
    FailureReason.BROKEN_OFF,
    FailureReason.CONNECTION_REFUSED,
    FailureReason.UNREACHABLE,
)
"""Of the faults of several IP addresses, the least certain is reported; that of a network we lack counts least."""


async def system_resolver(host: str) -> Sequence[str]:
    """The IP addresses that the system's DNS gives for a name.

    In a thread of its own that is not joined: a look-up that hangs must not keep the program alive.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def deliver(found: list[str] | Exception) -> None:
        if answer.done():
            return
        if isinstance(found, Exception):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def look_up() -> None:
        found: list[str] | Exception
        try:
            found = [str(item[4][0]) for item in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            found = error
        with suppress(RuntimeError):  # the run has ended meanwhile
            loop.call_soon_threadsafe(deliver, found)

    threading.Thread(target=look_up, daemon=True, name=f"DNS {host}").start()
    return await answer


class NameResolver:
    """Resolves host names, and distinguishes a name that does not exist from a DNS that does not work.

    Without a network, some systems (macOS) say of every name that it does not exist, and so does the DNS of a network
    that is cut off from the web. So that is believed only when a public name was found in this run: one that was asked
    for, or one of those ``expected`` to exist. Those of a private network prove nothing.
    """

    def __init__(self, resolver: Resolver, expected: Iterable[str]) -> None:
        self._resolver = resolver
        public = [name for name in expected if parse_ip(name) is None and not is_private_host(name)]
        self._expected = public or [_EXISTS]
        self._works = False

    async def addresses(self, host: str) -> list[str]:
        """The IP addresses of a host, each once; raises ``Fault``."""
        if parse_ip(host) is not None:
            return [host.strip("[]")]
        missing = WebFault(FailureReason.NO_SUCH_HOST, f"the name {host} does not exist")
        if host.rstrip(".").endswith(".invalid"):
            raise missing  # RFC 6761, 6.4
        try:
            found = await self._resolver(host)
        except socket.gaierror as error:
            if error.errno == socket.EAI_NONAME and await self._dns_works():
                raise missing from error
            raise WebFault(FailureReason.DNS, f"the name {host} could not be looked up") from error
        except (OSError, UnicodeError) as error:
            raise WebFault(FailureReason.DNS, f"the name {host} could not be looked up") from error
        self._works = self._works or _is_public(host, found)
        return list(dict.fromkeys(found))

    async def _dns_works(self) -> bool:
        for name in self._expected:
            if self._works:
                break
            with suppress(OSError, UnicodeError):
                self._works = _is_public(name, await self._resolver(name)) or self._works
        return self._works


def _is_public(host: str, found: Iterable[str]) -> bool:
    ips = (parse_ip(each) for each in found)
    return not is_private_host(host) and any(ip and is_public_ip(ip) for ip in ips)


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that distinguishes TLS faults; ``heard`` is called when the other side sends anything."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, heard: Callable[[], None]) -> None:
        self._inner = inner
        self._heard = heard

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        said = await self._inner.read(max_bytes, timeout)
        if said:
            self._heard()
        return said

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout), self._heard)
        except (httpcore.NetworkError, httpcore.TimeoutException, OSError) as error:
            fault = explain_tls_error(error)
            if fault.reason in _SAID:
                self._heard()
            raise fault from error

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _private_host_fault(host: str) -> WebFault:
    return WebFault(FailureReason.UNSAFE, f"{host} is within a private network, or an address kept for special use")


class SafeBackend(httpcore.AsyncNetworkBackend):
    """Connects only to IP addresses that the guard permits; raises ``Fault``.

    ``answered``: any host has answered so far; ``outside``: a host on the public web has.
    """

    def __init__(self, guard: Guard, names: NameResolver) -> None:
        self._guard = guard
        self._names = names
        self._inner = httpcore.AnyIOBackend()
        self.answered = False
        self.outside = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        end = time.monotonic() + (timeout or 60.0)
        permitted = self._list_permitted(host, port, await self._look_up(host, timeout))
        faults = []
        for number, ip in enumerate(permitted, 1):
            left = max(0.1, end - time.monotonic())
            step = left if number == len(permitted) else min(left, _FIRST_TRIES)
            try:
                stream = await self._inner.connect_tcp(ip, port, step, local_address, socket_options)
                return _Stream(stream, partial(self._note_answer, ip))
            except (httpcore.NetworkError, httpcore.TimeoutException, OSError) as error:
                faults.append(explain_connection_error(error))
        raise min(faults, key=lambda fault: _BY_DOUBT.index(fault.reason))

    def _note_answer(self, ip: str) -> None:
        self.answered = True
        self.outside = self.outside or is_public_ip(ipaddress.ip_address(ip.partition("%")[0]))

    async def _look_up(self, host: str, within: float | None) -> list[str]:
        try:
            async with asyncio.timeout(within):
                return await self._names.addresses(host)
        except WebFault as fault:
            raise (
                _private_host_fault(host) if is_private_host(host) else fault
            ) from fault  # known here or not, it is not public
        except TimeoutError as error:
            raise WebFault(FailureReason.DNS, f"looking up the name {host} took too long") from error

    def _list_permitted(self, host: str, port: int, found: Sequence[str]) -> list[str]:
        """Those of the addresses that may be connected to."""
        good = [ip for ip in found if self._guard.permits(host, port, ipaddress.ip_address(ip.partition("%")[0]))]
        if not found:
            raise WebFault(FailureReason.DNS, f"the name {host} has no address")
        if not good:
            raise _private_host_fault(host)
        return good[:_MOST_ADDRESSES]

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
