"""``Web``: all requests go through it; safe, polite and bounded, and no response makes it raise."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import httpx

from citewell import __version__
from citewell.evidence.network.backoff import apply_announced_pause, record_outcome
from citewell.evidence.network.cache import open_cache
from citewell.evidence.network.connections import NameResolver, Resolver, SafeBackend, system_resolver
from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.host_queue import Host, HostQueues
from citewell.evidence.network.limits import MEBIBYTE, Limits
from citewell.evidence.network.redirect_chain import RedirectChain
from citewell.evidence.network.redirects import is_redirect, strip_fragment
from citewell.evidence.network.request import Reply, send_request
from citewell.evidence.network.response import Failure, FailureReason, Outcome
from citewell.evidence.network.retry_after import compute_retry_delay
from citewell.evidence.network.safety import Guard, host_of, parse_url, port_of
from citewell.evidence.network.transport import Network
from citewell.model.site import EvidenceSettings

_OFFLINE: Final = frozenset({FailureReason.DNS, FailureReason.UNREACHABLE, FailureReason.GIVEN_UP})


class Web:
    """Requests URLs; use it as ``async with Web(…) as web``.

    ``contact`` (an e-mail address, or that of a page) tells servers whom to write to. ``cache`` is the folder for pages
    between runs; ``None`` keeps none. ``resolver`` looks names up, for tests.
    """

    def __init__(
        self,
        settings: EvidenceSettings,
        contact: str,
        cache: Path | None,
        *,
        limits: Limits | None = None,
        resolver: Resolver = system_resolver,
    ) -> None:
        self._limits = limits or Limits()
        self._guard = Guard.from_settings(settings)
        self._agent = make_user_agent(contact)
        self._queues = HostQueues(self._limits.at_once)
        services = [parse_url(address) for address in settings.services.values()]
        names = NameResolver(resolver, [host_of(url) for url in services if url is not None and host_of(url)])
        self._backend = SafeBackend(self._guard, names)
        self._network = Network(self._backend, self._limits.at_once)
        self._cached = open_cache(self._network, cache) if cache is not None else None
        self._to_close = self._cached or self._network
        self._reasons: set[FailureReason] = set()

    @property
    def answered(self) -> bool:
        """Whether any host has answered so far."""
        return self._backend.answered

    @property
    def outside(self) -> bool:
        """Whether any host on the public web has answered so far."""
        return self._backend.outside

    @property
    def offline(self) -> bool:
        """DNS or routing has failed for every host so far."""
        return not self.answered and bool(self._reasons) and self._reasons <= _OFFLINE

    def was_cut_off(self, failure: Failure) -> bool:
        """Whether a failure may be our own network's: no host on the public web has answered so far."""
        certain = failure.reason in {FailureReason.UNSAFE, FailureReason.NO_SUCH_HOST}
        return not certain and not self.outside and self._guard.is_public(failure.at or failure.address)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._to_close.aclose()

    async def get(
        self,
        url: str,
        accept: str = "",
        headers: Mapping[str, str] | None = None,
        most: int = 5 * MEBIBYTE,
        within: float | None = None,
    ) -> Outcome:
        """Request a URL and follow its redirects.

        ``accept`` is the ``Accept`` header, ``headers`` are further ones. ``most`` bounds the unpacked body in bytes,
        ``within`` the whole in seconds (``Limits.whole``, if not given), the wait for a turn not included. Gives an
        ``Answer`` of any status, or a ``Failure``; raises nothing but what interrupts the program.
        """
        start = parse_url(url)
        if start is None:
            return Failure(url, FailureReason.UNSAFE, "it is not a web address", url)
        left = self._limits.whole if within is None else within
        journey = RedirectChain(url, self._headers(accept, headers), most, left, start)
        try:
            while True:
                reply = await self._request_in_turn(journey)
                if not is_redirect(reply.status, reply.headers):
                    return journey.finish(reply)
                journey.follow(reply, self._limits.hops)
        except WebFault as fault:
            self._reasons.update({fault.reason} - {FailureReason.UNSAFE})
            return Failure(url, fault.reason, fault.detail, str(journey.at) if journey.hops else url)

    def _headers(self, accept: str, more: Mapping[str, str] | None) -> dict[str, str]:
        usual = {
            "User-Agent": self._agent,
            "Accept": accept or "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip",
            "Accept-Language": "en,*;q=0.5",
            "Cache-Control": "no-cache",  # a look that the cache answers alone would be none
        }
        return usual | dict(more or {})

    async def _request_in_turn(self, journey: RedirectChain) -> Reply:
        """Send the request when the host's turn comes; raises ``WebFault``."""
        refusal = self._guard.explain_refusal(journey.at)
        if refusal:
            raise WebFault(FailureReason.UNSAFE, refusal)
        own = self._guard.is_own(journey.at)
        pause = self._limits.private_pause if own else self._limits.pause
        async with self._queues.wait_for_turn(_name_queue(journey.at), pause) as host:
            if host.closed:
                raise WebFault(FailureReason.GIVEN_UP, host.closed)
            try:
                reply = await self._request_in_time(journey, host)
            except WebFault as fault:
                record_outcome(host, fault, datetime.now(UTC), self._limits)
                raise
            record_outcome(host, reply, datetime.now(UTC), self._limits)
            return reply

    async def _request_in_time(self, journey: RedirectChain, host: Host) -> Reply:
        """Send the request within the time that is left; raises ``WebFault``."""
        start = time.monotonic()
        try:
            async with asyncio.timeout(journey.left):
                return await self._request_with_retries(journey, host)
        except TimeoutError as error:
            raise WebFault(FailureReason.TIMEOUT, "no whole answer came in time") from error
        finally:
            journey.left -= time.monotonic() - start

    async def _request_with_retries(self, journey: RedirectChain, host: Host) -> Reply:
        """Send the request, again after a transient fault while there is time; raises ``WebFault``."""
        end = time.monotonic() + journey.left
        back_off = self._limits.back_off
        for tries_left in reversed(range(self._limits.tries)):
            try:
                outcome: Reply | WebFault = await self._request_once(journey)
            except WebFault as fault:
                outcome = fault
            if isinstance(outcome, Reply):
                apply_announced_pause(host, outcome, self._limits)
                asked_for = compute_retry_delay(outcome.status, outcome.headers, datetime.now(UTC))
            else:
                asked_for = 0.0 if outcome.reason is FailureReason.BROKEN_OFF else inf
            wait = max(back_off, host.pause, asked_for)
            if not tries_left or wait >= end - time.monotonic():
                break
            await asyncio.sleep(wait)
            back_off *= 2
        if isinstance(outcome, WebFault):
            raise outcome
        return outcome

    async def _request_once(self, journey: RedirectChain) -> Reply:
        """Send the request once, through the cache if there is one; raises ``WebFault``."""
        limits = self._limits
        timeouts = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.whole}
        url = strip_fragment(journey.at)
        request = httpx.Request("GET", url, headers=journey.headers, extensions={"timeout": timeouts})
        if self._cached is not None:
            try:
                reply = await send_request(self._cached, request, journey.most, limits.slowest)
                if reply.status != HTTPStatus.NOT_MODIFIED:  # "the same as" what is not what we have: ask for it
                    return reply
            except WebFault:
                raise
            except Exception:  # noqa: BLE001 - whatever is wrong with the cache, the web can be asked without it
                self._cached = None
        try:
            return await send_request(self._network, request, journey.most, limits.slowest)
        except WebFault:
            raise
        except Exception as error:
            raise WebFault(FailureReason.GARBLED, "the server's answer could not be read") from error


def make_user_agent(contact: str) -> str:
    """The ``User-Agent``: it names a contact, so that the owners of servers can write to someone (RFC 9110, 10.1.5)."""
    plain = "".join(letter for letter in contact.strip() if "!" <= letter <= "~" and letter not in "()\\;")
    if plain.startswith(("https://", "http://")):
        return f"Citewell/{__version__} (+{plain})"
    return f"Citewell/{__version__} (mailto:{plain})" if plain else f"Citewell/{__version__}"


def _name_queue(url: httpx.URL) -> str:
    """The name of a URL's queue: its host, with the port if it is unusual, since that is another server."""
    host, port = host_of(url).rstrip("."), port_of(url)
    return host if port in {80, 443} else f"{host}:{port}"
